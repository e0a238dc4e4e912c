using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Causes;

/// <summary>
/// How much visits differ that should not: those of one kind, made at different times. What comes and goes more slowly
/// than a visit lasts shows only here.
/// </summary>
/// <param name="Variance">Variance of the logarithm of a visit's throughput; NaN without two of a kind.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom.</param>
internal readonly record struct VisitSpread(double Variance, int DegreesOfFreedom)
{
    /// <summary>Takes it from visits of several kinds.</summary>
    public static VisitSpread Of(IEnumerable<IReadOnlyList<CauseVisit>> kinds)
    {
        var (squares, freedom) = (0.0, 0);
        foreach (var kind in kinds)
        {
            var logarithms = kind.Select(visit => Math.Log(visit.Windows_per_s.DefaultIfEmpty(0).Average())).ToList();
            var mean = logarithms.Average();
            squares += logarithms.Sum(value => (value - mean) * (value - mean));
            freedom += logarithms.Count - 1;
        }

        return new VisitSpread(freedom > 0 ? squares / freedom : double.NaN, freedom);
    }

    /// <summary>
    /// Throughput of one kind, operations/s, with the larger of the errors that the windows and the visits show.
    /// </summary>
    public MeanEstimate Pool(IReadOnlyList<CauseVisit> kind)
    {
        var within = CauseVisit.Pool(kind);
        var between = Math.Sqrt(Variance / kind.Count);
        return between > within.RelativeError
            ? new MeanEstimate(within.Mean, between * within.Mean, DegreesOfFreedom)
            : within;
    }
}
