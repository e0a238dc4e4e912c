using LoadHarness.Analysis.Levels;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>A counter of the server that can be drawn over clients.</summary>
/// <param name="Name">What it is, for the head of a panel.</param>
/// <param name="Label">What it measures, for the axis.</param>
/// <param name="Quantity">How its numbers are written.</param>
/// <param name="Floor">Values up to this say nothing.</param>
/// <param name="Get">Reads it; NaN where unknown.</param>
internal sealed record ResourceCounter(
    string Name, string Label, Quantity Quantity, double Floor, Func<ResourceSummary, double> Get)
{
    private const double LeastChange = 0.1;

    /// <summary>All counters, what tells most about a limit first.</summary>
    public static IReadOnlyList<ResourceCounter> All { get; } =
    [
        new("waits for a CPU", "Threads that wait for a CPU", Quantity.Number, 0.05, used => used.ThreadsWaiting),
        new("waits for locks", "Waits for a lock per operation", Quantity.Number, 0.01,
            used => used.LockContentionsPerOperation),
        new("flushes of the log", "Share of the time", Quantity.Share, 0.01, used => used.FlushTimeShare),
        new("garbage collection", "Share of the time", Quantity.Share, 0.005, used => used.GcPauseShare),
        new("compiling code", "Share of the time", Quantity.Share, 0.01, used => used.CompileShare),
        new("pool queue", "Work that waits for a pool thread", Quantity.Number, 1, used => used.PoolQueue),
        new("connections dropped", "At a full listen queue", Quantity.Number, 1, used => used.ListenOverflows),
        new("segments sent again", "TCP segments per operation", Quantity.Number, 0.001,
            used => used.RetransmitsPerOperation),
        new("context switches", "Per operation", Quantity.Number, 0.01,
            used => used.VoluntarySwitchesPerOperation + used.InvoluntarySwitchesPerOperation),
        new("page faults", "Per operation", Quantity.Number, 0.01, used => used.PageFaultsPerOperation),
        new("written to storage", "Per operation", Quantity.Size_bytes, 1, used => used.WrittenPerOperation_bytes),
        new("read from storage", "Per operation", Quantity.Size_bytes, 1, used => used.ReadPerOperation_bytes),
        new("allocated", "Per operation", Quantity.Size_bytes, 16, used => used.AllocatedPerOperation_bytes),
        new("memory", "Resident memory", Quantity.Size_bytes, 1,
            used => used.SutRss_bytes > 0 ? used.SutRss_bytes : double.NaN),
    ];

    /// <summary>
    /// Whether it says something: it is not always next to nothing, and changes by a tenth over clients or models.
    /// </summary>
    public bool Tells(ReportPart part)
    {
        var values = part.Curves.SelectMany(curve => curve.Levels).Select(level => Get(level.Resources))
            .Where(double.IsFinite).ToList();
        return values.Count > 0 && values.Max() >= Floor && values.Max() - values.Min() >= LeastChange * values.Max();
    }
}
