using LoadHarness.Servers.Epoll;

namespace LoadHarness.Tests.Servers.Epoll;

public sealed class EpollModelTests : TimedServerContract
{
    public EpollModelTests()
        : base(LoopModel.Epoll)
    {
    }
}
