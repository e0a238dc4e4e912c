using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Causes;

/// <summary>
/// Who is the limit, from what one generator thread on a CPU more brought at the same number of clients (METHOD.md
/// A.9): throughput that rises beyond its interval, by more than 3 %, was the client's.
/// </summary>
public static class MoreGeneratorsTest
{
    private const double Gain = 0.03;

    /// <summary>Decides.</summary>
    /// <param name="gain">Logarithm of throughput with the thread over throughput without.</param>
    public static LimitKind Decide(MeanEstimate gain)
    {
        if (gain.UpperBound < Math.Log(1 + Gain)) return LimitKind.Server;
        return gain.LowerBound > 0 && gain.Mean > Math.Log(1 + Gain) ? LimitKind.Client : LimitKind.Undecided;
    }
}
