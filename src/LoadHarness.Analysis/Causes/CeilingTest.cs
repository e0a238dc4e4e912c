using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Causes;

/// <summary>
/// Whether the ceiling alone proves that the load generator was not the limit (METHOD.md A.9): throughput is at
/// most 70 % of what the same engine does against a null server, and the generator used at most as much of its CPU. The
/// second is needed since the null server's client checks less than the workload's own.
/// </summary>
public static class CeilingTest
{
    /// <summary>Share of the ceiling, and of the generator's CPU, up to which the ceiling is a proof.</summary>
    public const double Headroom = 0.7;

    /// <summary>
    /// Decides. It never proves that the generator was the limit: the ceiling may be the null server's own.
    /// </summary>
    /// <param name="throughput">The SUT's, operations/s.</param>
    /// <param name="ceiling">The null server's, operations/s.</param>
    /// <param name="generatorShare">CPU share of the generator's busiest thread under the SUT's load, 0 … 1.</param>
    public static bool IsProof(MeanEstimate throughput, MeanEstimate ceiling, double generatorShare) =>
        generatorShare <= Headroom && MeanEstimate.LogRatio(throughput, ceiling).UpperBound < Math.Log(Headroom);
}
