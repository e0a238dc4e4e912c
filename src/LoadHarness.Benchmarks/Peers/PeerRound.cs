namespace LoadHarness.Benchmarks.Peers;

/// <summary>What one server did in one round.</summary>
/// <param name="Throughput">Operations per second.</param>
/// <param name="PerCpuSecond">Operations per second of the server's CPU time.</param>
internal readonly record struct PeerRound(double Throughput, double PerCpuSecond);
