using System.Globalization;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Comparing;

/// <summary>
/// One capacity against another (METHOD.md B.6): the start of the server is the unit, and only a difference beyond the
/// margin counts.
/// </summary>
public sealed record CapacityComparison
{
    /// <summary>Starts on either side from which ranks decide.</summary>
    private const int FewestForRanks = 4;

    /// <summary>Ratio of the first to the second capacity, with its 95 % interval.</summary>
    public required Interval Ratio { get; init; }

    /// <summary>What the interval says, by the margin.</summary>
    public required ComparisonVerdict Verdict { get; init; }

    /// <summary>How the interval was made, and what keeps it from deciding.</summary>
    public required string Reason { get; init; }

    /// <summary>Two-sided p of Mann and Whitney's test of equality; NaN below four starts on either side.</summary>
    public double MannWhitneyP { get; init; } = double.NaN;

    /// <summary>
    /// One-sided p of "the difference does not go beyond the margin", in the direction in which it points; NaN when it
    /// cannot be told. By ranks from four starts on either side, else by t.
    /// </summary>
    public double BeyondMarginP { get; init; } = double.NaN;

    /// <summary>
    /// Starts on either side that should decide, at the scatter and the ratio seen here; NaN when unknown.
    /// </summary>
    public double StartsWanted { get; init; } = double.NaN;

    /// <summary>Compares.</summary>
    /// <param name="first">The verdict whose capacity is in question.</param>
    /// <param name="second">What it is compared with.</param>
    /// <param name="margin">Practical margin as a share, e.g. 0.05.</param>
    public static CapacityComparison Of(Verdict first, Verdict second, double margin)
    {
        var limit = Math.Log(1 + margin);
        var (log, how) = LogRatio(first, second);
        var (verdict, why) = Judge(first, second, log, limit);
        return new CapacityComparison
        {
            Ratio = log with { Estimate = Math.Exp(log.Estimate), Low = Math.Exp(log.Low), High = Math.Exp(log.High) },
            Verdict = verdict,
            Reason = how + why,
            MannWhitneyP = FewestStarts(first, second) >= FewestForRanks
                ? MannWhitney.TwoSidedP(Logs(first), Logs(second))
                : double.NaN,
            BeyondMarginP = BeyondP(first, second, log, limit),
            StartsWanted = Wanted(first, second, log, limit),
        };
    }

    /// <summary>
    /// ln of the ratio: ranks from four starts on either side, t from two, else what the windows of single starts say.
    /// </summary>
    private static (Interval Log, string How) LogRatio(Verdict first, Verdict second)
    {
        var fewest = FewestStarts(first, second);
        var starts = first.Starts == second.Starts
            ? Invariant($"interval over {first.Starts} starts of each")
            : Invariant($"interval over {first.Starts} and {second.Starts} starts");
        if (fewest >= FewestForRanks) return (HodgesLehmann.Shift(Logs(first), Logs(second)), starts + " by ranks");
        if (fewest >= 2) return (Difference(first, second).ToInterval(fewest, IntervalBasis.Restarts), starts);
        var estimate = Math.Log(first.Capacity.Estimate / second.Capacity.Estimate);
        var half = Math.Sqrt(Square(LogHalf(first.Capacity)) + Square(LogHalf(second.Capacity)));
        return (
            new Interval(estimate, estimate - half, estimate + half, fewest, IntervalBasis.Windows),
            "interval within single starts: how restarts differ is not known");
    }

    private static (ComparisonVerdict Verdict, string Why) Judge(
        Verdict first, Verdict second, Interval log, double limit)
    {
        if (!log.IsKnown) return (ComparisonVerdict.Undecided, "; too few values for an interval");
        if (first.IsLowerBound && second.IsLowerBound)
            return (ComparisonVerdict.Undecided, "; both capacities are only lower bounds");
        if (!first.IsLowerBound && log.High < -limit) return (ComparisonVerdict.Slower, "");
        if (!second.IsLowerBound && log.Low > limit) return (ComparisonVerdict.Faster, "");
        if (first.IsLowerBound) return (ComparisonVerdict.Undecided, "; its capacity is only a lower bound");
        if (second.IsLowerBound)
            return (ComparisonVerdict.Undecided, "; the other's capacity is only a lower bound");
        if (log.Low > -limit && log.High < limit) return (ComparisonVerdict.Same, "");
        return (ComparisonVerdict.Undecided, "; the interval reaches over the margin, more starts are needed");
    }

    private static double BeyondP(Verdict first, Verdict second, Interval log, double limit)
    {
        if (double.IsNaN(log.Estimate)) return double.NaN;
        var (x, y) = log.Estimate < 0 ? (Logs(second), Logs(first)) : (Logs(first), Logs(second));
        var fewest = FewestStarts(first, second);
        if (fewest >= FewestForRanks)
        {
            var shifted = x.ConvertAll(value => value - limit);
            var pairsLost = (double)x.Count * y.Count - MannWhitney.U(shifted, y);
            return MannWhitney.Cumulative(x.Count, y.Count, (int)Math.Ceiling(pairsLost));
        }

        if (fewest < 2) return double.NaN;
        var difference = Difference(first, second);
        return difference is { StandardError: > 0, DegreesOfFreedom: > 0 }
            ? StudentT.CDF(
                0, 1, difference.DegreesOfFreedom, (limit - Math.Abs(difference.Mean)) / difference.StandardError)
            : double.NaN;
    }

    /// <summary>So many starts that half the interval, by the normal distribution, is the way to the margin.</summary>
    private static double Wanted(Verdict first, Verdict second, Interval log, double limit)
    {
        if (FewestStarts(first, second) < 2) return double.NaN;
        var way = Math.Abs(Math.Abs(log.Estimate) - limit);
        var variance = first.Starts * Square(first.LogCapacity.StandardError)
            + second.Starts * Square(second.LogCapacity.StandardError);
        return Math.Max(2, Math.Ceiling(Square(Normal.InvCDF(0, 1, 0.975) / way) * variance));
    }

    private static MeanEstimate Difference(Verdict first, Verdict second) =>
        MeanEstimate.Difference(first.LogCapacity, second.LogCapacity);

    private static int FewestStarts(Verdict first, Verdict second) => Math.Min(first.Starts, second.Starts);

    private static List<double> Logs(Verdict verdict) =>
        [.. verdict.Restarts.Select(r => Math.Log(r.Throughput_per_s))];

    private static double LogHalf(Interval interval) =>
        interval.Low > 0 ? Math.Log(interval.High / interval.Low) / 2 : double.NaN;

    private static double Square(double x) => x * x;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
