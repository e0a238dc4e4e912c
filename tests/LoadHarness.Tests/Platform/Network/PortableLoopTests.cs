using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

public sealed class PortableLoopTests() : LoopContract(NetworkLoops.Portable);
