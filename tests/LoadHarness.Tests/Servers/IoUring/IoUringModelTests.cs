using LoadHarness.Servers.Epoll;

namespace LoadHarness.Tests.Servers.IoUring;

public sealed class IoUringModelTests : ConcurrentServerContract
{
    public IoUringModelTests()
        : base(LoopModel.IoUring)
    {
    }
}
