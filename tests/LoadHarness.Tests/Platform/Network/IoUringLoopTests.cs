using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

public sealed class IoUringLoopTests() : LoopContract(NetworkLoops.IoUring);
