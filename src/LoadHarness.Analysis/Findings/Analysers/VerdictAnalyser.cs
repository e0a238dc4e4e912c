using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Holding;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>The verdict of every curve, as a finding.</summary>
internal static class VerdictAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context) => context.Curves.Select(Of);

    private static Finding Of(CurveAnalysis curve) => new()
    {
        Code = Code(curve.Verdict.Kind),
        Severity = curve.Verdict.IsLowerBound ? FindingSeverity.Warning : FindingSeverity.Information,
        Subjects = [curve.Key],
        Numbers = Numbers(curve, curve.Verdict),
        Notes = [curve.Verdict.Reason],
    };

    private static FindingCode Code(VerdictKind kind) => kind switch
    {
        VerdictKind.LevelsOut => FindingCode.LevelsOut,
        VerdictKind.Falls => FindingCode.Falls,
        VerdictKind.StillRising => FindingCode.StillRising,
        VerdictKind.ClientLimited => FindingCode.ClientLimited,
        VerdictKind.Held => FindingCode.Held,
        _ => FindingCode.Undecided,
    };

    private static IReadOnlyList<Evidence> Numbers(CurveAnalysis curve, Verdict verdict)
    {
        var capacity = verdict.Capacity;
        var last = curve.Levels.Count > 0 ? curve.Levels[^1].Throughput.Estimate : double.NaN;
        return verdict.Kind switch
        {
            VerdictKind.LevelsOut =>
            [
                new("clients", verdict.Clients), .. Capacity(capacity), new("starts", verdict.Starts),
            ],
            VerdictKind.Falls =>
            [
                new("clients", verdict.Clients), .. Capacity(capacity),
                new("highest_clients", verdict.HighestClients), new("last_per_s", last),
                new("drop_share", 1 - last / capacity.Estimate),
            ],
            VerdictKind.StillRising =>
            [
                new("clients", verdict.Clients), .. Capacity(capacity),
                new("gain_share", Math.Exp(curve.Steps[^1].Gain) - 1),
            ],
            VerdictKind.ClientLimited =>
            [
                new("clients", verdict.Clients), .. Capacity(capacity),
                new("generator_cpu_share", curve.AtCapacity?.Resources.GeneratorUtilisation ?? double.NaN),
                new("outstanding_share", curve.AtCapacity?.OutstandingShare ?? double.NaN),
                .. curve.Cause.Limit == LimitKind.Client ? LimitAnalyser.OfChange(curve.Cause, curve.Cause.Proof) : [],
            ],
            VerdictKind.Held => Held(curve, HoldCost.Of(curve.Levels)),
            _ => [new("highest_clients", verdict.HighestClients), .. Capacity(capacity)],
        };
    }

    /// <summary>A throughput with its interval, as every finding that names one carries it.</summary>
    public static Evidence[] Capacity(Interval capacity, string subject = "") =>
    [
        new("capacity_per_s", capacity.Estimate, subject), new("low_per_s", capacity.Low, subject),
        new("high_per_s", capacity.High, subject),
    ];

    /// <summary>The highest level speaks at which all clients were held; without one, the highest.</summary>
    private static Evidence[] Held(CurveAnalysis curve, HoldCost cost)
    {
        var highest = curve.At(cost.ToClients) ?? curve.Levels[^1];
        return
        [
            new("from_clients", cost.FromClients), new("clients", highest.Clients),
            new("memory_per_client_bytes", cost.Memory_bytes), new("threads_per_client", cost.Threads),
            new("descriptors_per_client", cost.Descriptors), new("rss_bytes", highest.Resources.SutRss_bytes),
            new("threads", highest.Resources.SutThreads), new("latency_p50_us", highest.Latency.P50_us),
            new("latency_p99_us", highest.Latency.P99_us),
        ];
    }
}
