using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;
using LoadHarness.Results;

using Columns = LoadHarness.Results.Columns.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>The raw data: each client at each level, then latency, errors, validity and resources of each
/// level.</summary>
internal static class RawDataSection
{
    private static readonly string[] _levels =
    [
        "clients", "repetition", "phase", "operation", "connected_clients", "measured_s", "kept_windows",
        "throughput_per_s", "throughput_half_width_per_s", "latency_mean_us", "latency_p50_us", "latency_p90_us",
        "latency_p99_us", "latency_p999_us", "latency_max_us", "jain_index", "little_residual", "outstanding_share",
        "validity",
    ];

    private static readonly string[] _errors =
        ["clients", "repetition", "phase", "wrong_answers", "connect_errors", "refused", "resets", "timeouts",
            "starved_clients"];

    private static readonly string[] _factors =
        ["clients", "repetition", "phase", "idle_connections", "reconnects", "reconnect_mean_us"];

    private static readonly string[] _resources =
    [
        "length_s", "user_cpu_s", "system_cpu_s", "cpus", "threads", "rss_bytes", "voluntary_switches",
        "involuntary_switches", "flushes", "flush_time_s", "gc_pause_s", "lock_contentions",
        "run_queue_wait_s", "major_faults", "retransmits", "listen_overflows",
    ];

    /// <summary>How the load was spread over the generator's threads; of one thread there is nothing to tell.</summary>
    private static readonly string[] _threads =
        ["clients", "repetition", "phase", "length_s", "busiest_thread_share", "thread_shares"];

    private static readonly string[] _open =
    [
        "requested_rate_per_s", "repetition", "operation", "clients", "arrivals", "when_busy", "measured_s",
            "kept_windows", "due", "sent", "sent_rate_per_s", "operations", "throughput_per_s", "late", "queued",
            "dropped", "waiting", "send_lag_p50_us", "send_lag_p99_us", "send_lag_max_us", "own_lag_p50_us",
            "own_lag_p99_us", "due_latency_mean_us", "due_latency_p50_us", "due_latency_p90_us", "due_latency_p95_us",
            "due_latency_p99_us", "due_latency_p999_us", "due_latency_max_us", "latency_mean_us", "latency_p50_us",
            "latency_p99_us", "little_residual", "validity",
    ];

    /// <summary>Visits of which everything is shown, in the order of the run; the files have all of them.</summary>
    private const int MostDetailed = 30;

    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        yield return new HeadingBlock(2, "4. Raw data");
        yield return new ParagraphBlock(
            "One row for each visit of a level. Start counts the starts of the server; visit says why the level was "
                + "measured: on the way up (ladder), to narrow the point down (refine), to confirm it (confirm), or "
                + "again after a restart (repeat). Their latencies are those of clients that "
                + "wait for one another (closed loop): at saturation they are not what users who come by themselves "
                + "would feel. Numbers of clients, of their sum and of the total are correct "
                + "operations per second over the windows that count. The two columns of operations count the same "
                    + "thing "
                + "in two ways, for each client and for the level: they must agree.");
        foreach (var part in parts.Where(part => part.Keys.Count > 0))
        {
            yield return new HeadingBlock(3, part.Title);
            foreach (var block in OfPart(part)) yield return block;
        }
    }

    private static IEnumerable<Block> OfPart(ReportPart part)
    {
        yield return new ParagraphBlock(
            $"All rows and columns are in the CSV files in {Words.Name(part.Folder)}; each client of each level is "
            + $"in {Words.Name("clients.csv")}.");
        foreach (var stage in part.Stages)
        {
            foreach (var curve in part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>())
            {
                yield return new HeadingBlock(4, $"{stage}, {Words.Name(curve.Key.Model)}");
                var levels = Sorted(part.Run.Levels, row => row.Key, curve.Key);
                var visits = levels.Select(row => row.Key.Sequence).Distinct().Order().ToList();
                yield return new TableBlock(ClientsTable.Of(part.Run, curve.Key));
                foreach (var note in Note(visits.Count, ClientsTable.MostVisits, "clients.csv")) yield return note;
                yield return new DetailsBlock(
                    $"{stage}, {curve.Key.Model}: latency, validity, errors and resources of each level",
                        [.. Details(part.Run, curve.Key, levels, visits)]);
            }
        }

        foreach (var curve in part.Open)
        {
            yield return new DetailsBlock(
                $"{curve.Key.Stage}, {curve.Key.Model}: rates offered, each visit",
                [new TableBlock(ColumnsTable.Of(Columns.Levels, OpenRows(part.Run, curve.Key), _open))]);
        }
    }

    private static IEnumerable<Block> Details(
        StoredRun run, CurveKey curve, List<LevelRow> levels, List<int> visits)
    {
        var shown = visits.Take(MostDetailed).ToHashSet();
        var detailed = levels.FindAll(row => shown.Contains(row.Key.Sequence));
        foreach (var note in Note(visits.Count, MostDetailed, "resources.csv")) yield return note;
        yield return new TableBlock(ColumnsTable.Of(Columns.Levels, detailed, _levels));
        if (FactorWords.Items(run.Manifest.Rules).Any())
            yield return new TableBlock(ColumnsTable.Of(Columns.Levels, detailed, _factors));
        var failed = levels.Where(HasErrors).ToList();
        if (failed.Count == 0) yield return new ParagraphBlock(
            "No operation failed and no client was left without an answer.");
        else yield return new TableBlock(ColumnsTable.Of(Columns.Levels, failed.Take(MostDetailed), _errors));
        var resources = Sorted(run.Resources.Where(row => shown.Contains(row.Key.Sequence)), row => row.Key, curve);
        if (resources.Count > 0)
            yield return new TableBlock(ResourcesTable.Of(resources, _resources));
        var threads = resources.Where(row => row.ThreadShares.Contains(' ', StringComparison.Ordinal)).ToList();
        if (threads.Count > 0)
            yield return new TableBlock(ColumnsTable.Of(Columns.Resources, threads, _threads));
    }

    /// <summary>What is said where not every visit is shown.</summary>
    private static IEnumerable<ParagraphBlock> Note(int visits, int most, string file) => visits <= most ? [] :
    [
        new ParagraphBlock(
            $"Shown are the first {NumberText.Count(most)} of {NumberText.Count(visits)} visits in the order of the "
                + $"run; all of them are in {Words.Name("levels.csv")} and {Words.Name(file)}."),
    ];

    private static IEnumerable<LevelRow> OpenRows(StoredRun run, CurveKey curve) => run.Levels
        .Where(row => row.Key.Phase == LevelPhase.Open && curve.Holds(row.Key))
        .OrderBy(row => row.Open.RequestedRate_per_s).ThenBy(row => row.Key.Sequence);

    private static bool HasErrors(LevelRow row) =>
        row.WrongAnswers + row.ConnectErrors + row.Refused + row.Resets + row.Timeouts + row.StarvedClients > 0;

    private static List<TRow> Sorted<TRow>(IEnumerable<TRow> rows, Func<TRow, RunKey> key, CurveKey curve) =>
        [.. rows.Where(row => curve.Holds(key(row)) && key(row).Phase.IsOfCurve())
            .OrderBy(row => key(row).Clients).ThenBy(row => key(row).Sequence)];
}
