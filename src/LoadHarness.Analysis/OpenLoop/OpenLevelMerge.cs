using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Results;

namespace LoadHarness.Analysis.OpenLoop;

/// <summary>Merges the visits of one rate.</summary>
internal static class OpenLevelMerge
{
    public static OpenLevelSummary Of(IReadOnlyList<LevelVisit> visits)
    {
        var measured_s = visits.Sum(v => v.Total.Measured_s);
        var worst = visits.Select(v => LevelValidity.Parse(v.Total.Validity)).MaxBy(v => v.Grade)!;
        return new OpenLevelSummary
        {
            Rate_per_s = visits[0].Total.Open.RequestedRate_per_s,
            FromDue = FromDue(visits),
            FromSend = LatencyMerge.Of(
                [.. visits.Select(v => v.Total)], [.. visits.Select(LatencyMerge.AllOperations)]),
            Connections = visits.Max(v => v.Key.Clients),
            Starts = visits.Select(v => v.Key.Repetition).Distinct().Count(),
            KeptWindows = visits.Sum(v => v.Total.KeptWindows),
            Measured_s = measured_s,
            Throughput_per_s = measured_s > 0 ? visits.Sum(v => v.Total.Operations) / measured_s : double.NaN,
            Due = visits.Sum(v => v.Total.Open.Due),
            Sent = visits.Sum(v => v.Total.Open.Sent),
            Late = visits.Sum(v => v.Total.Open.Late),
            Queued = visits.Sum(v => v.Total.Open.Queued),
            Dropped = visits.Sum(v => v.Total.Open.Dropped),
            SendLagP99_us = visits.Max(v => v.Total.Open.SendLagP99_us),
            OwnLagP99_us = visits.Max(v => v.Total.Open.OwnLagP99_us),
            Resources = ResourceMerge.Of(visits),
            Errors = LevelMerge.Errors(visits),
            Validity = worst,
        };
    }

    private static OpenLatency FromDue(IReadOnlyList<LevelVisit> visits)
    {
        var served = visits.Where(v => v.Total.Operations > 0).ToList();
        double operations = served.Sum(v => v.Total.Operations);
        return new OpenLatency(
            served.Sum(v => v.Total.Operations),
            served.Sum(v => v.Total.Open.LatencyMean_us * v.Total.Operations) / operations,
            Percentile(served, 0.5, open => open.LatencyP50_us, open => open.LatencyP50HalfWidth_us),
            Percentile(served, 0.95, open => open.LatencyP95_us, open => open.LatencyP95HalfWidth_us),
            Percentile(served, 0.99, open => open.LatencyP99_us, open => open.LatencyP99HalfWidth_us),
            served.Count > 0 ? served.Max(v => v.Total.Open.LatencyMax_us) : double.NaN);
    }

    /// <summary>
    /// The percentile of all visits together, from merged histograms, with the interval over starts; of one visit, with
    /// the interval over its windows.
    /// </summary>
    private static Interval Percentile(
        List<LevelVisit> visits,
        double quantile,
        Func<OpenFigures, double> value_us,
        Func<OpenFigures, double> half_us)
    {
        if (visits.Count == 0) return Interval.None;
        if (visits is [var only])
        {
            var (middle, half) = (value_us(only.Total.Open), half_us(only.Total.Open));
            return double.IsNaN(middle) ? Interval.None
                : new Interval(
                    middle, Math.Max(0, middle - half), middle + half, only.Total.KeptWindows, IntervalBasis.Windows);
        }

        if (visits.Exists(v => v.DueHistograms is null)) return Interval.None;
        var merged = new LatencyHistogram();
        foreach (var histogram in visits.SelectMany(v => v.DueHistograms!.Values)) merged.Add(histogram);
        var estimate = Percentiles.Value_us(merged, quantile);
        var byStart = visits.ConvertAll(v => value_us(v.Total.Open));
        if (double.IsNaN(estimate) || byStart.Exists(one => !(one > 0)))
            return new Interval(estimate, double.NaN, double.NaN, visits.Count, IntervalBasis.None);
        return RestartInterval.Of(byStart) with { Estimate = estimate };
    }
}
