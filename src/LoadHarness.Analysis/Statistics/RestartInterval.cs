namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The interval of a throughput over restarts of the SUT: t on ln X, as run-to-run differences are proportional
/// (METHOD.md B.5; Kalibera and Jones, ISMM 2013: repeat at the level where the variation arises). Two or three starts
/// hardly tell how much starts differ: t of one degree of freedom is 12.7. So a variance that is to be expected counts
/// like one start more, as in a moderated t statistic with a prior of one degree of freedom (Smyth, Statistical
/// Applications in Genetics and Molecular Biology 3, 2004), where that makes the interval narrower. How often either
/// interval holds the truth: docs/error-rates.md.
/// </summary>
public static class RestartInterval
{
    /// <summary>Geometric mean with its 95 % interval; the ends are NaN below two starts.</summary>
    /// <param name="throughputs_per_s">One value for each start, &gt; 0.</param>
    /// <param name="expectedCv">
    /// How much starts are expected to differ: <see cref="StartSpread.Expected"/>; infinite when nothing is.
    /// </param>
    public static Interval Of(
        IReadOnlyList<double> throughputs_per_s, double expectedCv = double.PositiveInfinity)
    {
        var log = LogMean(throughputs_per_s, expectedCv)
            .ToInterval(throughputs_per_s.Count, IntervalBasis.Restarts);
        return log with { Estimate = Math.Exp(log.Estimate), Low = Math.Exp(log.Low), High = Math.Exp(log.High) };
    }

    /// <summary>Mean of ln X with its error.</summary>
    /// <param name="throughputs_per_s">One value for each start, &gt; 0.</param>
    /// <param name="expectedCv">How much starts are expected to differ; infinite when nothing is.</param>
    public static MeanEstimate LogMean(
        IReadOnlyList<double> throughputs_per_s, double expectedCv = double.PositiveInfinity)
    {
        var starts = throughputs_per_s.Count;
        if (starts == 0) return MeanEstimate.Unknown;
        var logs = throughputs_per_s.Select(x => Math.Log(x)).ToList();
        var (mean, spread) = (logs.Average(), Dispersion.StandardDeviation(logs));
        var alone = new MeanEstimate(mean, spread / Math.Sqrt(starts), starts - 1);
        if (starts < 2) return alone;
        var variance = (expectedCv * expectedCv + (starts - 1) * spread * spread) / starts;
        var moderated = new MeanEstimate(mean, Math.Sqrt(variance / starts), starts);
        return moderated.HalfWidth < alone.HalfWidth ? moderated : alone;
    }
}
