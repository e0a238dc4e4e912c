using LoadHarness.Analysis.Levels;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// How CPU per operation moves with clients (METHOD.md B.8 and "On small machines"): it falls when wake-ups are shared,
/// and rises with overhead. A quarter is the least that is told.
/// </summary>
internal static class CpuPerOperationAnalyser
{
    private const double Least = 0.25;

    /// <summary>Counters per operation, each with what can matter at all.</summary>
    private static readonly (string Name, double Floor, Func<ResourceSummary, double> Get)[] _counters =
    [
        ("voluntary_switches", 0.05, used => used.VoluntarySwitchesPerOperation),
        ("involuntary_switches", 0.05, used => used.InvoluntarySwitchesPerOperation),
        ("lock_contentions", 0.05, used => used.LockContentionsPerOperation),
        ("page_faults", 0.05, used => used.PageFaultsPerOperation),
        ("allocated_bytes", 64, used => used.AllocatedPerOperation_bytes),
    ];

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves.Where(c => c.Verdict.Kind != Curves.VerdictKind.Held))
        {
            var levels = curve.Levels.Where(l => l.Resources.SutCpuPerOperation_us > 0).ToList();
            if (levels.Count < 2) continue;
            var cheapest = levels.MinBy(Cost)!;
            var (first, last) = (levels[0], levels[^1]);
            if (1 - Cost(cheapest) / Cost(first) >= Least)
                yield return Of(
                    curve.Key, FindingCode.WakeUpsAmortised, first, cheapest, "saved_share",
                    1 - Cost(cheapest) / Cost(first));
            if (Cost(last) / Cost(cheapest) - 1 >= Least)
                yield return WithCounter(cheapest, last, Of(
                    curve.Key, FindingCode.OverheadRising, cheapest, last, "growth_share",
                    Cost(last) / Cost(cheapest) - 1));
        }
    }

    /// <summary>What grew fastest meanwhile, if anything grew faster than the cost (METHOD.md B.8).</summary>
    private static Finding WithCounter(LevelSummary from, LevelSummary to, Finding finding)
    {
        var grown = _counters
            .Select(one => (one.Name, From: one.Get(from.Resources), To: one.Get(to.Resources), one.Floor))
            .Where(one => one.To >= one.Floor && one.To > one.From * Cost(to) / Cost(from)).ToList();
        if (grown.Count == 0) return finding;
        var (name, before, after, _) = grown.MaxBy(one => one.To / Math.Max(one.From, one.Floor));
        return finding with
        {
            Numbers = [.. finding.Numbers, new("counter_from", before), new("counter_to", after)],
            Notes = [name],
        };
    }

    private static double Cost(LevelSummary level) => level.Resources.SutCpuPerOperation_us;

    private static Finding Of(
        Curves.CurveKey curve, FindingCode code, LevelSummary from, LevelSummary to, string change,
        double share) => new()
        {
            Code = code,
            Severity = FindingSeverity.Information,
            Subjects = [curve],
            Numbers =
        [
            new("from_clients", from.Clients), new("from_cpu_us", Cost(from)),
            new("to_clients", to.Clients), new("to_cpu_us", Cost(to)), new(change, share),
        ],
        };
}
