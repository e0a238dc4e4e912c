using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>
/// Words a throughput with its interval: the one place that does, so that every sentence names the numbers of the
/// tables, with the same digits.
/// </summary>
internal static class CapacityWords
{
    /// <summary><c>172 k operations/s</c>.</summary>
    public static string Rate(Interval capacity) => double.IsFinite(capacity.Estimate)
        ? IntervalText.Estimate(capacity) + " operations/s"
        : Words.Rate(double.NaN);

    /// <summary><c>172 k operations/s (171 k – 174 k)</c>.</summary>
    public static string WithInterval(Interval capacity) => capacity.IsKnown
        ? $"{Rate(capacity)} ({IntervalText.Ends(capacity)})"
        : $"{Rate(capacity)} (no interval: too few windows)";

    /// <summary>
    /// What a server does at least: what it was measured to do, with the interval of that. It may be able to do more.
    /// </summary>
    public static string AtLeast(Interval capacity) => "at least " + WithInterval(capacity);

    /// <summary>The capacity that a verdict names; a lower bound as such, a best level as such.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        { Kind: VerdictKind.Undecided } => $"{Rate(verdict.Capacity)} at its best level",
        { IsLowerBound: true } => AtLeast(verdict.Capacity),
        _ => Rate(verdict.Capacity),
    };
}
