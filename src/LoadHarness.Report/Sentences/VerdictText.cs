using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>A verdict in a table's few words.</summary>
public static class VerdictText
{
    private static readonly (FindingCode Code, string Text)[] _limits =
    [
        (FindingCode.ClientLimited, "load generator"),
        (FindingCode.SutCpuBound, "CPU of the server"),
        (FindingCode.SingleThreadLimit, "one thread of the server"),
        (FindingCode.FlushBound, "flushing the log"),
        (FindingCode.GcBound, "garbage collection"),
        (FindingCode.CpuShared, "a CPU that others use"),
        (FindingCode.LockBound, "locks"),
        (FindingCode.PoolStarved, "threads of its pool"),
        (FindingCode.MemoryShort, "pages from disk"),
        (FindingCode.ConnectionsDropped, "a full listen queue"),
        (FindingCode.DelayedAcknowledgement, "delayed acknowledgements"),
        (FindingCode.Unexplained, "not explained"),
    ];

    /// <summary>The kind of the verdict.</summary>
    public static string Kind(Verdict verdict) => verdict.Kind switch
    {
        VerdictKind.LevelsOut => "levels out",
        VerdictKind.Falls => "falls after a peak",
        VerdictKind.StillRising => "still rising",
        VerdictKind.ClientLimited => "client-limited",
        VerdictKind.Held => "held",
        _ => UndecidedText.Of(verdict.Cause),
    };

    /// <summary>The clients the verdict names, or what stands for them.</summary>
    public static string Clients(Verdict verdict) => verdict.Kind switch
    {
        VerdictKind.LevelsOut => NumberText.Count(verdict.Clients),
        VerdictKind.Falls => $"peak at {NumberText.Count(verdict.Clients)}",
        _ when verdict.HighestClients > 0 => $"not up to {NumberText.Count(verdict.HighestClients)}",
        _ => NumberText.None,
    };

    /// <summary>The capacity with its interval; a lower bound as such, the best level as such.</summary>
    public static string Capacity(Verdict verdict)
    {
        var capacity = verdict.Capacity;
        if (!double.IsFinite(capacity.Estimate)) return NumberText.None;
        if (!verdict.IsLowerBound) return IntervalText.Rate(capacity);
        return (verdict.Kind == VerdictKind.Undecided ? "best level " : "≥ ") + IntervalText.Rate(capacity);
    }

    /// <summary>What the findings name as the limit of a curve.</summary>
    public static string Limit(ReportPart part, CurveKey curve)
    {
        var codes = part.Findings.Where(finding => finding.Subjects.Contains(curve)).Select(finding => finding.Code)
            .ToHashSet();
        var limits = _limits.Where(limit => codes.Contains(limit.Code)).Select(limit => limit.Text).ToList();
        return limits.Count == 0 ? NumberText.None : Words.List(limits);
    }
}
