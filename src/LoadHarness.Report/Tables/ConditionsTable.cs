using System.Globalization;

using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>Under which conditions a run measured.</summary>
internal static class ConditionsTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(StoredRun run) => ReportTable.Of(
        Items(run.Manifest).Where(item => item.Value.Length > 0),
        new TableColumn<(string Name, string Value)>("Condition", false, item => item.Name),
        new TableColumn<(string Name, string Value)>("Value", false, item => item.Value));

    private static IEnumerable<(string Name, string Value)> Items(RunManifest manifest)
    {
        yield return ("Scenario", manifest.Scenario + (manifest.Title.Length > 0 ? $": {manifest.Title}" : ""));
        yield return ("Run", Words.Name(manifest.RunId));
        yield return ("State",
            manifest.State.ToString().ToLowerInvariant() + (manifest.Reason.Length > 0 ? $": {manifest.Reason}" : ""));
        yield return ("Profile", manifest.Profile);
        yield return ("Started", Time(manifest.Started_utc));
        yield return ("Finished", manifest.Finished_utc is { } end ? Time(end) : "not finished");
        yield return ("Time spent",
            $"{NumberText.Plain(manifest.Spent_s, 0)} s" + (manifest.PlannedBudget_s > 0
                ? $" of {NumberText.Plain(manifest.PlannedBudget_s, 0)} s planned"
                : ""));
        yield return ("Tool",
            $"LoadHarness {manifest.ToolVersion}" + (manifest.Commit.Length > 0 ? $", commit {manifest.Commit}" : ""));
        foreach (var item in FactorWords.Items(manifest.Rules)) yield return item;
        foreach (var item in Machine(manifest)) yield return item;
        foreach (var note in manifest.Notes) yield return ("Note", note);
    }

    private static IEnumerable<(string Name, string Value)> Machine(RunManifest manifest)
    {
        var host = manifest.Host;
        yield return ("Host", host.Host);
        yield return ("System", host.System);
        yield return ("Kernel", host.Kernel);
        yield return ("CPU", host.CpuModel);
        yield return ("CPUs", host.Cpus > 0 ? NumberText.Count(host.Cpus) : "");
        yield return ("Memory", host.Memory_bytes > 0 ? NumberText.Of(host.Memory_bytes, Quantity.Size_bytes) : "");
        yield return (".NET runtime", host.Runtime);
        yield return ("Garbage collector", host.GcMode);
        yield return ("CPUs of the server", manifest.SutCpus.Length > 0 ? manifest.SutCpus : "not pinned");
        yield return ("CPUs of the load generator",
            manifest.GeneratorCpus.Length > 0 ? manifest.GeneratorCpus : "not pinned");
        if (manifest.UnpinnedThreads > 0)
        {
            yield return ("Threads of the load generator not bound to their CPU",
                NumberText.Count(manifest.UnpinnedThreads));
        }

        yield return ("Network loop of the load generator", manifest.Loop);
        if (manifest.LoopTrial is { } trial) yield return ("Trial of the loops before the run", Costs(trial));
        if (manifest.KeptAwake)
            yield return ("Idle CPUs", "kept from sleeping: latencies hold no time of waking up");
        foreach (var (name, value) in host.Knobs.OrderBy(knob => knob.Key, StringComparer.Ordinal)) yield return (
            Words.Name(name), value);
    }

    private static string Costs(LoopTrial trial) =>
        $"CPU of the generator's thread for one operation: {Words.Name("epoll")} "
        + $"{NumberText.Plain(trial.Epoll_us, 2)} µs, {Words.Name("io_uring")} "
        + $"{NumberText.Plain(trial.IoUring_us, 2)} µs; median ratio {NumberText.Plain(trial.Ratio, 2)} of "
        + $"{NumberText.Count(trial.Rounds)} rounds";

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
}
