using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what limits throughput.</summary>
internal static class LimitWords
{
    public static string SutCpuBound(IReadOnlyList<Finding> findings)
    {
        var curves = findings.Select(f => $"{Phrase.Models(f)} uses {Words.Share(f.Number("sut_cpu_share"))} of "
            + $"{Words.Plural(f.Number("sut_cpus"), "CPU")} at {Phrase.Clients(f, "clients")} and spends "
            + $"{Words.Time(f.Number("cpu_per_operation_us"))} of CPU time per operation, which allows "
            + $"{Words.Rate(f.Number("ceiling_per_s"))} at most");
        return $"CPU is the limit: {string.Join("; ", curves)}.";
    }

    public static string SingleThreadLimit(Finding f) =>
        $"A single thread is the limit of {Phrase.Models(f)}: at {Phrase.Clients(f, "clients")} its busiest thread is "
        + $"{Words.Share(f.Number("busiest_thread_share"))} busy, while the server uses "
        + $"{Words.Share(f.Number("sut_cpu_share"))} "
        + $"of {Words.Plural(f.Number("sut_cpus"), "CPU")}.";

    public static string FlushBound(IReadOnlyList<Finding> findings)
    {
        var curves = findings.Select(
            f => $"with {Phrase.Models(f)} a flush is under way {Words.Share(f.Number("flush_time_share"))} of the "
                + "time "
                + $"at {Phrase.Clients(f, "clients")} ({NumberText.Digits(f.Number("flushes_per_operation"), 2)} "
                    + $"flushes "
                + "per operation, "
                + $"{Words.Time(f.Number("flush_length_us"))} each)");
        return $"Flushing the log is the limit: {string.Join("; ", curves)}.";
    }

    public static string GcBound(Finding f) =>
        $"Garbage collection holds {Phrase.Models(f)} up: at {Phrase.Clients(f, "clients")} it pauses the server "
        + $"{Words.Share(f.Number("gc_pause_share"))} of the time.";

    public static string Compiling(Finding f) =>
        $"{Phrase.Models(f)} was not warm yet at {Phrase.Clients(f, "clients")}: its code was being compiled "
        + $"{Words.Share(f.Number("compile_share"))} of the time. A longer warm-up (warm_up_s) may show it faster.";

    public static string CheckpointCost(IReadOnlyList<Finding> findings)
    {
        var models = findings.Select(
            f => $"{Words.Plural(f.Number("checkpoints"), "checkpoint")} of {Phrase.Models(f)} took "
            + $"{Milliseconds(f, "total_ms")} in all ({Words.Share(f.Number("share"))} of the time measured, the "
            + "longest "
            + $"{Milliseconds(f, "longest_ms")})");
        return $"{Words.List([.. models])}.";
    }

    public static string DelayedAcknowledgement(Finding f) =>
        $"Latency of {Phrase.Models(f)} sits at 40 ms at {Phrase.Clients(f, "clients")} (median "
            + $"{Words.Time(f.Number("median_us"))}, "
            + $"99th percentile {Words.Time(f.Number("p99_us"))}): the mark of a delayed acknowledgement that meets "
            + "Nagle's algorithm. Sending each message with one write, or TCP_NODELAY, removes it.";

    public static string Unexplained(IReadOnlyList<Finding> findings) => string.Join(" ", findings
        .GroupBy(f => Phrase.Notes(f, "Excluded: "), StringComparer.Ordinal)
        .Select(same => $"Nothing that was measured explains why {Phrase.Models([.. same])} "
        + $"{(same.Count() == 1 ? "levels" : "level")} out.{same.Key}"));

    private static string Milliseconds(Finding f, string name) =>
        NumberText.Of(f.Number(name) * 1000, Quantity.Time_us);
}
