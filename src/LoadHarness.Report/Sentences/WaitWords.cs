using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what a server waits for, and what gets lost on the way to it.</summary>
internal static class WaitWords
{
    private const string Machine = " (the kernel counts them for the whole machine)";

    public static string CpuShared(Finding f) =>
        $"{Phrase.Models(f)} shares its CPU with others: at {Phrase.Clients(f, "clients")} its thread waits for a CPU "
        + $"{Words.Share(f.Number("cpu_wait_share"))} of the time in which it wants one, while the server uses "
        + $"{Words.Share(f.Number("sut_cpu_share"))} of its CPU." + Excluded(f);

    public static string LockBound(Finding f) =>
        $"Locks hold {Phrase.Models(f)} up: at {Phrase.Clients(f, "clients")} an operation waits for a lock "
        + $"{Times(f, "contentions_per_operation")}, with {Phrase.Clients(f, "from_clients")} "
        + $"{Times(f, "from_contentions_per_operation")}, and {Words.Share(f.Number("sut_cpu_share"))} of its CPU is "
        + "in use." + Excluded(f);

    public static string PoolStarved(Finding f) =>
        $"The thread pool of {Phrase.Models(f)} is too small for what is asked of it: "
        + $"at {Phrase.Clients(f, "clients")} {Words.Plural(f.Number("pool_queue"), "piece")} of work waited for its "
        + $"{Words.Plural(f.Number("pool_threads"), "thread")}, with {Words.Share(f.Number("sut_cpu_share"))} of the "
        + "CPU in use." + Excluded(f);

    public static string MemoryShort(Finding f) =>
        $"{Phrase.Models(f)} waits for pages from disk: {NumberText.Digits(f.Number("major_faults_per_s"), 2)} a "
        + $"second at {Phrase.Clients(f, "clients")}, with {Size(f, "rss_bytes")} of memory in use. Either memory is "
        + "short or it reads files through memory.";

    public static string ConnectionsDropped(Finding f) =>
        $"Connections to {Phrase.Models(f)} were dropped at a full listen queue: {Count(f, "overflows")} from "
        + $"{Phrase.Clients(f, "clients")} on{Machine}. A client whose connection is dropped asks again after a "
        + "second. A longer queue (the server's backlog, and net.core.somaxconn) or a server that accepts faster "
        + "avoids it.";

    public static string SegmentsSentAgain(Finding f) =>
        $"TCP sent segments again while {Phrase.Models(f)} was measured: {Count(f, "retransmits")} at "
        + $"{Phrase.Clients(f, "clients")}, {NumberText.Digits(f.Number("retransmits_per_operation"), 2)} per "
        + $"operation{Machine}. No listen queue was full; loopback loses nothing by itself, so something was dropped "
        + "or answered very late.";

    public static string UnevenWorkers(Finding f) =>
        $"The processes of {Phrase.Models(f)} get unequal shares: at {Phrase.Clients(f, "clients")} the busiest of "
        + $"{Count(f, "workers")} does {NumberText.Digits(f.Number("operations_max_over_mean"))} times the mean and "
        + $"got {NumberText.Digits(f.Number("connections_max_over_mean"))} times the mean of "
        + $"{Words.Plural(f.Number("connections"), "connection")}. {Chance(f)}";

    private static string Chance(Finding f)
    {
        var (p, cv) = (f.Number("p"), Words.Share(f.Number("expected_cv")));
        if (!double.IsFinite(p))
            return $"So few connections vary by {cv} of their mean by chance alone: the kernel spreads them by a hash.";
        return p < 0.01
            ? $"That is more than the kernel's hash does by chance ({cv} of the mean; χ² test, p below 0.01)."
            : $"That is what the kernel's hash does by chance ({cv} of the mean; χ² test, p = "
                + $"{NumberText.Digits(p, 2)}); more connections even it out.";
    }

    private static string Times(Finding f, string name) => $"{NumberText.Digits(f.Number(name), 2)} times";

    private static string Count(Finding f, string name) =>
        double.IsFinite(f.Number(name)) ? NumberText.Count((long)f.Number(name)) : NumberText.None;

    private static string Size(Finding f, string name) => NumberText.Of(f.Number(name), Quantity.Size_bytes);

    private static string Excluded(Finding f) => f.Notes.Count == 0
        ? ""
        : $" Excluded: {Words.List([.. f.Notes])}.";
}
