using LoadHarness.Servers.Epoll;

namespace LoadHarness.Tests.Servers.Epoll;

public sealed class EpollModelTests : ConcurrentServerContract
{
    public EpollModelTests()
        : base(LoopModel.Epoll)
    {
    }
}
