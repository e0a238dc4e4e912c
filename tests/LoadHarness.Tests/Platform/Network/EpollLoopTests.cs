using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

public sealed class EpollLoopTests() : LoopContract(NetworkLoops.Epoll);
