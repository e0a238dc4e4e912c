using LoadHarness.Servers.Threaded;

namespace LoadHarness.Tests.Servers.Threaded;

public sealed class ThreadedModelTests : ConcurrentServerContract
{
    public ThreadedModelTests()
        : base(new ThreadedModel())
    {
    }
}
