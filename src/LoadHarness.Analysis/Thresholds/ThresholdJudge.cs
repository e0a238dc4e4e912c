using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Analysis.Thresholds;

/// <summary>Holds a run against its thresholds. A limit inside an interval is undecided: neither met nor
/// missed.</summary>
public static class ThresholdJudge
{
    /// <summary>Checks every limit on every curve that it is about.</summary>
    /// <param name="run">The run.</param>
    /// <param name="baseline">The run in a folder; null when it cannot be read.</param>
    public static IReadOnlyList<ThresholdCheck> Judge(RunAnalysis run, Func<string, RunAnalysis?> baseline) =>
        [.. run.Run.Manifest.Thresholds.SelectMany(threshold => Judge(run, threshold, baseline))];

    private static IEnumerable<ThresholdCheck> Judge(
        RunAnalysis run, Threshold threshold, Func<string, RunAnalysis?> baseline)
    {
        var curves = run.Curves.Where(curve => IsAbout(threshold, curve.Key)).ToList();
        var checks = new List<ThresholdCheck>();
        if (threshold.MinCapacity_per_s is { } capacity) checks.AddRange(curves.Select(c => Capacity(c, capacity)));
        if (threshold.MaxP99_ms is { } p99)
            checks.AddRange(curves.Select(curve => P99(curve, p99 * 1000, threshold.AtClients)));
        if (threshold.MaxErrorShare is { } errors) checks.AddRange(curves.Select(curve => Errors(curve, errors)));
        if (threshold.Baseline.Length > 0) checks.AddRange(Baseline(run, curves, threshold, baseline));
        return checks.Count > 0 ? checks :
        [
            new ThresholdCheck(
                Curve: null, ThresholdLimit.Capacity, double.NaN, Interval.None, ThresholdOutcome.Undecided,
                $"nothing was measured for {Name(threshold)}"),
        ];
    }

    private static bool IsAbout(Threshold threshold, CurveKey curve) =>
        (threshold.Stage.Length == 0 || threshold.Stage.Equals(curve.Stage, StringComparison.Ordinal))
        && (threshold.Model.Length == 0 || threshold.Model.Equals(curve.Model, StringComparison.Ordinal));

    private static string Name(Threshold threshold) => (threshold.Stage, threshold.Model) switch
    {
        ("", "") => "the thresholds",
        ("", var model) => $"model {model}",
        (var stage, "") => $"stage {stage}",
        var (stage, model) => $"stage {stage} on {model}",
    };

    private static ThresholdCheck Capacity(CurveAnalysis curve, double least_per_s)
    {
        var (capacity, isBound) = (curve.Verdict.Capacity, curve.Verdict.IsLowerBound);
        var (outcome, reason) = capacity switch
        {
            { IsKnown: false } => (ThresholdOutcome.Undecided, "the capacity has no interval"),
            { Low: var low } when low >= least_per_s => (ThresholdOutcome.Met, ""),
            { High: var high } when high < least_per_s && !isBound => (ThresholdOutcome.Missed, ""),
            _ when isBound => (ThresholdOutcome.Undecided, "the capacity is only a lower bound"),
            _ => (ThresholdOutcome.Undecided, "the limit lies inside the interval"),
        };
        return new ThresholdCheck(curve.Key, ThresholdLimit.Capacity, least_per_s, capacity, outcome, reason);
    }

    private static ThresholdCheck P99(CurveAnalysis curve, double most_us, int atClients)
    {
        var level = atClients == 0 ? curve.AtCapacity : curve.Levels.FirstOrDefault(l => l.Clients >= atClients);
        var p99_us = level?.Latency.P99_us ?? double.NaN;
        var measured = new Interval(p99_us, double.NaN, double.NaN, 0, IntervalBasis.None);
        var (outcome, reason) = double.IsNaN(p99_us)
            ? (ThresholdOutcome.Undecided, "no such level, or too few operations for a 99th percentile")
            : (p99_us <= most_us ? ThresholdOutcome.Met : ThresholdOutcome.Missed, "");
        return new ThresholdCheck(curve.Key, ThresholdLimit.P99, most_us, measured, outcome, reason);
    }

    private static ThresholdCheck Errors(CurveAnalysis curve, double most)
    {
        var failed = curve.Levels.Sum(level => Failed(level.Errors));
        var all = failed + curve.Levels.Sum(level => level.Operations);
        var share = all > 0 ? (double)failed / all : double.NaN;
        var outcome = double.IsNaN(share) ? ThresholdOutcome.Undecided
            : share <= most ? ThresholdOutcome.Met
            : ThresholdOutcome.Missed;
        return new ThresholdCheck(
            curve.Key, ThresholdLimit.Errors, most,
            new Interval(share, double.NaN, double.NaN, 0, IntervalBasis.None), outcome,
            outcome == ThresholdOutcome.Undecided ? "there were no operations" : "");
    }

    private static long Failed(ErrorCounts errors) =>
        errors.WrongAnswers + errors.ConnectErrors + errors.Refused + errors.Resets + errors.Timeouts;

    private static IEnumerable<ThresholdCheck> Baseline(
        RunAnalysis run, List<CurveAnalysis> curves, Threshold threshold, Func<string, RunAnalysis?> baseline)
    {
        var comparison = baseline(threshold.Baseline) is { } before
            ? RunComparer.Compare(before, run, threshold.Margin)
            : null;
        foreach (var curve in curves)
        {
            var difference = comparison?.Differences.FirstOrDefault(one => one.Key == curve.Key);
            var (outcome, reason) = difference?.Verdict switch
            {
                null when comparison is null => (ThresholdOutcome.Undecided, $"{threshold.Baseline} cannot be read"),
                null => (ThresholdOutcome.Undecided, "the baseline has no such curve"),
                ComparisonVerdict.Slower => (ThresholdOutcome.Missed, ""),
                ComparisonVerdict.Undecided => (ThresholdOutcome.Undecided, difference.Reason),
                _ => (ThresholdOutcome.Met, ""),
            };
            yield return new ThresholdCheck(
                curve.Key, ThresholdLimit.Baseline, 1 - threshold.Margin,
                difference?.Capacity.Ratio ?? Interval.None, outcome, reason);
        }
    }
}
