namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// Little's law as a test of the load generator (METHOD.md A.7). Source: Little, Operations Research 9 (1961).
/// </summary>
public static class LittlesLaw
{
    /// <summary>
    /// e = X·(R + Z)/N + A/(N·T) − 1; 0 when the law holds. Within 2 % good, beyond 5 % invalid.
    /// A/(N·T) puts right what the edges of the measured time T cut: an operation that is stuck when it ends shows in
    /// no latency, one that was stuck when it began shows too much.
    /// </summary>
    /// <param name="throughput_per_s">X, completions per second.</param>
    /// <param name="latency_us">R, mean latency of the same completions, µs.</param>
    /// <param name="thinkTime_us">Z, pause between answer and next operation, µs.</param>
    /// <param name="clients">N, clients that were served.</param>
    /// <param name="edgeShare">
    /// A/(N·T), how much further into their operations clients are at the end than at the start, summed over clients,
    /// as a share of the clients' time.
    /// </param>
    /// <returns>NaN without clients.</returns>
    public static double Residual(
        double throughput_per_s, double latency_us, double thinkTime_us, int clients, double edgeShare = 0) =>
        clients > 0 ? throughput_per_s * (latency_us + thinkTime_us) / 1e6 / clients + edgeShare - 1 : double.NaN;
}
