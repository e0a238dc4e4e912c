using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Levels;

/// <summary>Merges the visits of every level of one curve.</summary>
internal static class LevelMerge
{
    /// <summary>The levels of a curve, rising by clients.</summary>
    /// <param name="visits">Its visits.</param>
    /// <param name="expectedStartCv">How much starts are expected to differ.</param>
    public static IReadOnlyList<LevelSummary> Of(IEnumerable<LevelVisit> visits, double expectedStartCv)
    {
        var curve = visits.ToList();
        var correlation = WindowCorrelation.OfCurve(curve.Select(v => v.ToPoint().Windows_per_s));
        var levels = curve.GroupBy(v => v.Key.Clients).OrderBy(g => g.Key)
            .Select(g => Merge([.. g], correlation, expectedStartCv)).ToList();
        if (levels.Count == 0) return levels;
        var perClient = levels[0].Throughput.Estimate / levels[0].Clients;
        return levels.ConvertAll(l => l with { Efficiency = l.Throughput.Estimate / l.Clients / perClient });
    }

    private static LevelSummary Merge(
        IReadOnlyList<LevelVisit> visits, double correlation, double expectedStartCv)
    {
        var latencies = visits.Select(LatencyMerge.AllOperations).ToList();
        return new LevelSummary
        {
            Clients = visits[0].Key.Clients,
            Throughput = Throughput(visits, correlation, expectedStartCv),
            Phases = [.. visits.Select(v => v.Key.Phase)],
            Starts = visits.Select(v => v.Key.Repetition).Distinct().Count(),
            KeptWindows = visits.Sum(v => v.Total.KeptWindows),
            WarmupWindows = visits.Sum(v => v.Total.WarmupWindows),
            DisturbedWindows = visits.Sum(v => v.Total.DisturbedWindows),
            Measured_s = visits.Sum(v => v.Total.Measured_s),
            Operations = visits.Sum(v => v.Total.Operations),
            WindowCv = visits.Max(v => v.Total.WindowCv),
            Latency = LatencyMerge.Of([.. visits.Select(v => v.Total)], latencies),
            Spectrum = LatencyMerge.Spectrum(latencies),
            ByOperation = Operations(visits),
            PerClient = Spread(visits),
            Resources = ResourceMerge.Of(visits),
            LittleResidual = visits.Select(v => v.Total.LittleResidual).MaxBy(Math.Abs),
            OutstandingShare = visits.Min(v => v.Total.OutstandingShare),
            Errors = Errors(visits),
            Validity = visits.Select(v => LevelValidity.Parse(v.Total.Validity)).MaxBy(v => v.Grade)!,
        };
    }

    /// <summary>
    /// Over restarts when there are several, else from batch means over the windows of the only start.
    /// </summary>
    private static Interval Throughput(
        IReadOnlyList<LevelVisit> visits, double correlation, double expectedStartCv)
    {
        var starts = visits.GroupBy(v => v.Key.Repetition)
            .Select(start => LevelEstimate.Of(start.Select(v => v.ToPoint()), correlation))
            .Where(estimates => estimates.Count > 0 && estimates[0].Throughput.Mean > 0)
            .Select(estimates => estimates[0])
            .ToList();
        return starts.Count switch
        {
            0 => new Interval(0, double.NaN, double.NaN, 0, IntervalBasis.None),
            1 => starts[0].Throughput.ToThroughput(starts[0].Windows),
            _ => RestartInterval.Of([.. starts.Select(s => s.Throughput.Mean)], expectedStartCv),
        };
    }

    private static IReadOnlyList<OperationSummary> Operations(IReadOnlyList<LevelVisit> visits) =>
    [
        .. visits.SelectMany(v => v.ByOperation.Select(row => (Visit: v, Row: row)))
            .GroupBy(x => x.Row.Operation, StringComparer.Ordinal)
            .Select(operation => new OperationSummary(
                operation.Key,
                operation.Sum(x => x.Row.Operations) / operation.Sum(x => x.Row.Measured_s),
                LatencyMerge.Of(
                    [.. operation.Select(x => x.Row)],
                    [.. operation.Select(x => x.Visit.Histograms?.GetValueOrDefault(operation.Key))]),
                operation.Sum(x => Failed(x.Row)))),
    ];

    private static ClientSpread Spread(IReadOnlyList<LevelVisit> visits)
    {
        var sorted = visits.SelectMany(v => v.Clients).Select(c => c.Throughput_per_s).Order().ToList();
        double At(double quantile) => Quartiles.Of(sorted, quantile);
        return new ClientSpread(
            At(0), At(0.25), At(0.5), At(0.75), At(1),
            visits.Min(v => v.Total.JainIndex),
            visits.Max(v => v.Total.StarvedClients));
    }

    /// <summary>Failed operations of all visits.</summary>
    public static ErrorCounts Errors(IReadOnlyList<LevelVisit> visits) => new(
        visits.Sum(v => v.Total.WrongAnswers),
        visits.Sum(v => v.Total.ConnectErrors),
        visits.Sum(v => v.Total.Refused),
        visits.Sum(v => v.Total.Resets),
        visits.Sum(v => v.Total.Timeouts));

    private static long Failed(LevelRow row) =>
        row.WrongAnswers + row.ConnectErrors + row.Refused + row.Resets + row.Timeouts;
}
