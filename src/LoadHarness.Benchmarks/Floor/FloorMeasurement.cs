namespace LoadHarness.Benchmarks.Floor;

/// <summary>What one generator did in one round.</summary>
/// <param name="Operations">Answers.</param>
/// <param name="Cpu_ns">CPU time of the generator's thread, user and system.</param>
/// <param name="Latency_ns">Sum of the latencies.</param>
internal readonly record struct FloorMeasurement(long Operations, long Cpu_ns, long Latency_ns)
{
    /// <summary>The measure of the comparison: operations per second of the generator's CPU time.</summary>
    public double Rate => Operations / (Cpu_ns / 1e9);
}
