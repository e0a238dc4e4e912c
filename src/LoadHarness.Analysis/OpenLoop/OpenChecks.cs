using System.Globalization;
using LoadHarness.Results;

namespace LoadHarness.Analysis.OpenLoop;

/// <summary>
/// The checks that only a level of an open loop has: was the rate offered, and were operations sent when they were due
/// (METHOD.md C.4)?
/// </summary>
internal static class OpenChecks
{
    /// <summary>Operations sent, as a share of those due, below which the rate was not offered.</summary>
    public const double FewestSent = 0.99;

    /// <summary>
    /// Share of the 99th percentile of latency that the generator's own lag may have: above it, what is shown is in
    /// part the generator's.
    /// </summary>
    public const double MostOwnLag = 0.25;

    /// <summary>The objections to a level, null for none.</summary>
    /// <param name="level">The level's <c>total</c> row, or its only one.</param>
    public static IEnumerable<ValidityIssue?> Judge(LevelRow level)
    {
        yield return Rate(level.Open);
        yield return Lag(level.Open);
    }

    private static ValidityIssue? Rate(OpenFigures open) => open.SentShare >= FewestSent ? null
        : open.Due == 0 ? Issue(ValidityCode.RateNotReached, ValidityGrade.Invalid,
            $"no operation was due in a window that counts")
        : Issue(ValidityCode.RateNotReached, ValidityGrade.Invalid,
            $"{100 * open.SentShare:0.0} % of the operations that were due were sent");

    private static ValidityIssue? Lag(OpenFigures open) => open.OwnLagP99_us > MostOwnLag * open.LatencyP99_us
        ? Issue(ValidityCode.SendLag, ValidityGrade.Suspect,
            $"the generator was up to {open.OwnLagP99_us:0} µs late in 99 % of its sends")
        : null;

    private static ValidityIssue Issue(string code, ValidityGrade grade, FormattableString detail) =>
        new(code, grade, detail.ToString(CultureInfo.InvariantCulture));
}
