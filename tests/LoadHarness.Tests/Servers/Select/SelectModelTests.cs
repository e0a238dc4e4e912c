using LoadHarness.Servers.Select;

namespace LoadHarness.Tests.Servers.Select;

public sealed class SelectModelTests : ConcurrentServerContract
{
    public SelectModelTests()
        : base(new SelectModel())
    {
    }
}
