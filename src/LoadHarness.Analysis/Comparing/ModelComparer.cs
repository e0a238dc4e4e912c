using System.Globalization;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Comparing;

/// <summary>Compares the models that did the same work (METHOD.md B.6).</summary>
public static class ModelComparer
{
    /// <summary>Starts on either side from which ranks decide.</summary>
    private const int FewestForRanks = 4;

    /// <summary>
    /// Every model against the best of its workload and stage, best first. Work that only one model did is left out.
    /// </summary>
    /// <param name="curves">The curves of a run.</param>
    /// <param name="margin">Practical margin as a share, e.g. 0.05.</param>
    public static IReadOnlyList<ModelComparison> Compare(IEnumerable<CurveAnalysis> curves, double margin)
    {
        var comparisons = new List<ModelComparison>();
        foreach (var work in curves.Where(c => c.Verdict.Capacity.Estimate > 0)
            .GroupBy(c => (c.Key.Workload, c.Key.Stage)))
        {
            var ranked = work.OrderByDescending(c => c.Verdict.Capacity.Estimate).ToList();
            if (ranked.Count < 2) continue;
            comparisons.AddRange(ranked.Select(curve => Compare(curve, ranked[0], Math.Log(1 + margin))));
        }

        return comparisons;
    }

    private static ModelComparison Compare(CurveAnalysis curve, CurveAnalysis best, double margin)
    {
        var isBest = ReferenceEquals(curve, best);
        var (log, how) = isBest
            ? (new Interval(0, 0, 0, curve.Verdict.Starts, curve.Verdict.Capacity.Basis), "the highest capacity")
            : LogRatio(curve.Verdict, best.Verdict);
        var (verdict, why) = isBest ? (ComparisonVerdict.Best, "") : Judge(curve.Verdict, best.Verdict, log, margin);
        return new ModelComparison
        {
            Curve = curve.Key,
            Best = best.Key,
            Ratio = log with { Estimate = Math.Exp(log.Estimate), Low = Math.Exp(log.Low), High = Math.Exp(log.High) },
            Verdict = verdict,
            Starts = curve.Verdict.Starts,
            BestStarts = best.Verdict.Starts,
            MannWhitneyP = isBest ? double.NaN : MannWhitneyP(curve.Verdict, best.Verdict),
            CpuPerOperationRatio = Cpu(curve) / Cpu(best),
            Reason = how + why,
        };
    }

    /// <summary>
    /// ln of the ratio: ranks from four starts on either side, t from two, else what the windows of single starts say.
    /// </summary>
    private static (Interval Log, string How) LogRatio(Verdict curve, Verdict best)
    {
        var (x, y) = (Logs(curve), Logs(best));
        var fewest = Math.Min(x.Count, y.Count);
        if (fewest >= FewestForRanks)
            return (HodgesLehmann.Shift(x, y), Invariant($"interval over {x.Count} and {y.Count} starts by ranks"));
        if (fewest >= 2)
        {
            var difference =
                MeanEstimate.Difference(RestartInterval.LogMean(Values(curve)), RestartInterval.LogMean(Values(best)));
            return (
                difference.ToInterval(fewest, IntervalBasis.Restarts),
                Invariant($"interval over {x.Count} and {y.Count} starts"));
        }

        var estimate = Math.Log(curve.Capacity.Estimate / best.Capacity.Estimate);
        var half = Math.Sqrt(Square(LogHalf(curve.Capacity)) + Square(LogHalf(best.Capacity)));
        return (
            new Interval(estimate, estimate - half, estimate + half, fewest, IntervalBasis.Windows),
            "interval within single starts: how restarts differ is not known");
    }

    private static (ComparisonVerdict Verdict, string Why) Judge(
        Verdict curve, Verdict best, Interval log, double margin)
    {
        if (!log.IsKnown) return (ComparisonVerdict.Undecided, "; too few values for an interval");
        if (curve.IsLowerBound) return (ComparisonVerdict.Undecided, "; its capacity is only a lower bound");
        if (log.High < -margin) return (ComparisonVerdict.Slower, "");
        if (best.IsLowerBound) return (ComparisonVerdict.Undecided, "; the other's capacity is only a lower bound");
        if (log.Low > margin) return (ComparisonVerdict.Faster, "");
        if (log.Low > -margin && log.High < margin) return (ComparisonVerdict.Same, "");
        return (ComparisonVerdict.Undecided, "; the interval reaches over the margin, more starts are needed");
    }

    private static double MannWhitneyP(Verdict curve, Verdict best) =>
        Math.Min(curve.Starts, best.Starts) >= FewestForRanks
            ? MannWhitney.TwoSidedP(Values(curve), Values(best))
            : double.NaN;

    private static List<double> Values(Verdict verdict) => [.. verdict.Restarts.Select(r => r.Throughput_per_s)];

    private static List<double> Logs(Verdict verdict) =>
        [.. verdict.Restarts.Select(r => Math.Log(r.Throughput_per_s))];

    private static double LogHalf(Interval interval) =>
        interval.Low > 0 ? Math.Log(interval.High / interval.Low) / 2 : double.NaN;

    private static double Cpu(CurveAnalysis curve) => curve.AtCapacity?.Resources.SutCpuPerOperation_us ?? double.NaN;

    private static double Square(double x) => x * x;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
