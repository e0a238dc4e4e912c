using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Laws;

/// <summary>A level with the windows it rests on, which a bootstrap draws from.</summary>
/// <param name="Clients">Simultaneous clients.</param>
/// <param name="Windows_per_s">Throughput of its windows, operations/s, in order of time.</param>
public sealed record LawLevel(int Clients, IReadOnlyList<double> Windows_per_s)
{
    /// <summary>The level as a fit sees it.</summary>
    public LawPoint ToPoint()
    {
        var mean = BatchMeans.Estimate(Windows_per_s);
        return new LawPoint(Clients, mean.Mean, mean.RelativeError);
    }
}
