using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Connections and segments that were lost (METHOD.md B.8, "backlog, port or accept limit"). The kernel counts them for
/// the whole machine. A single connection dropped at a full listen queue is told: its client waits a second before it
/// asks again (RFC 6298, initial timeout), so no level without overload has one. Segments sent again are told from one
/// in a thousand operations on, where they make the 99.9th percentile (a retransmission takes 200 ms at least), and ten
/// of them: fewer may be anybody's. Loopback loses nothing by itself.
/// Levels at which others used the machine tell nothing: what was lost may be theirs.
/// </summary>
internal static class NetworkAnalyser
{
    private const double LeastShare = 0.001;
    private const double Fewest = 10;

    public static IEnumerable<Finding> Analyse(FindingContext context) =>
        context.Curves.Select(Of).OfType<Finding>();

    private static Finding? Of(CurveAnalysis curve)
    {
        var levels = curve.Levels.Where(level => !IsDisturbed(level)).ToList();
        var full = levels.Where(level => level.Resources.ListenOverflows > 0).ToList();
        if (full.Count > 0) return Dropped(curve.Key, full);
        return levels
            .Where(level => level.Resources is { Retransmits: >= Fewest, RetransmitsPerOperation: >= LeastShare })
            .MaxBy(level => level.Resources.RetransmitsPerOperation) is { } worst ? SentAgain(curve.Key, worst) : null;
    }

    private static bool IsDisturbed(LevelSummary level) => level.Validity.Issues.Any(
        issue => string.Equals(issue.Code, ValidityCode.Disturbed, StringComparison.Ordinal));

    private static Finding Dropped(CurveKey curve, List<LevelSummary> levels) => new()
    {
        Code = FindingCode.ConnectionsDropped,
        Severity = FindingSeverity.Warning,
        Subjects = [curve],
        Numbers =
        [
            new("clients", levels[0].Clients),
            new("overflows", levels.Sum(level => level.Resources.ListenOverflows)),
            new("drops", levels.Sum(level => level.Resources.ListenDrops)),
            new("retransmits", levels.Sum(level => level.Resources.Retransmits)), new("levels", levels.Count),
        ],
    };

    private static Finding SentAgain(CurveKey curve, LevelSummary level) => new()
    {
        Code = FindingCode.SegmentsSentAgain,
        Severity = FindingSeverity.Warning,
        Subjects = [curve],
        Numbers =
        [
            new("clients", level.Clients), new("retransmits", level.Resources.Retransmits),
            new("retransmits_per_operation", level.Resources.RetransmitsPerOperation),
        ],
    };
}
