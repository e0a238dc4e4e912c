using LoadHarness.Servers.Sequential;

namespace LoadHarness.Tests.Servers.Sequential;

public sealed class SequentialModelTests : ServerContract
{
    public SequentialModelTests()
        : base(new SequentialModel())
    {
    }
}
