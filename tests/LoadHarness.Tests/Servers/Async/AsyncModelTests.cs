using LoadHarness.Servers.Async;

namespace LoadHarness.Tests.Servers.Async;

public sealed class AsyncModelTests : ConcurrentServerContract
{
    public AsyncModelTests()
        : base(new AsyncModel())
    {
    }
}
