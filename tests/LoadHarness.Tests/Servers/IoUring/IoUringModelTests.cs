using LoadHarness.Servers.Epoll;

namespace LoadHarness.Tests.Servers.IoUring;

public sealed class IoUringModelTests : TimedServerContract
{
    public IoUringModelTests()
        : base(LoopModel.IoUring)
    {
    }
}
