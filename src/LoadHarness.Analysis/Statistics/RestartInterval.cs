namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The interval of a throughput over restarts of the SUT: t on ln X, as run-to-run differences are proportional
/// (METHOD.md B.5; Kalibera and Jones, ISMM 2013: repeat at the level where the variation arises).
/// </summary>
public static class RestartInterval
{
    /// <summary>Geometric mean with its 95 % interval; the ends are NaN below two starts.</summary>
    /// <param name="throughputs_per_s">One value for each start, &gt; 0.</param>
    public static Interval Of(IReadOnlyList<double> throughputs_per_s)
    {
        var log = LogMean(throughputs_per_s).ToInterval(throughputs_per_s.Count, IntervalBasis.Restarts);
        return log with { Estimate = Math.Exp(log.Estimate), Low = Math.Exp(log.Low), High = Math.Exp(log.High) };
    }

    /// <summary>Mean of ln X with its error.</summary>
    public static MeanEstimate LogMean(IReadOnlyList<double> throughputs_per_s)
    {
        if (throughputs_per_s.Count == 0) return MeanEstimate.Unknown;
        var logs = throughputs_per_s.Select(x => Math.Log(x)).ToList();
        var error = Dispersion.StandardDeviation(logs) / Math.Sqrt(logs.Count);
        return new MeanEstimate(logs.Average(), error, logs.Count - 1);
    }
}
