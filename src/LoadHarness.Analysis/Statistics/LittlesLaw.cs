namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// Little's law as a test of the load generator (METHOD.md A.7). Source: Little, Operations Research 9 (1961).
/// </summary>
public static class LittlesLaw
{
    /// <summary>e = X·(R + Z)/N − 1; 0 when the law holds. Within 2 % good, beyond 5 % invalid.</summary>
    /// <param name="throughput_per_s">X, completions per second.</param>
    /// <param name="latency_us">R, mean latency of the same completions, µs.</param>
    /// <param name="thinkTime_us">Z, pause between answer and next operation, µs.</param>
    /// <param name="clients">N, clients that were served.</param>
    /// <returns>NaN without clients.</returns>
    public static double Residual(double throughput_per_s, double latency_us, double thinkTime_us, int clients) =>
        clients > 0 ? throughput_per_s * (latency_us + thinkTime_us) / 1e6 / clients - 1 : double.NaN;
}
