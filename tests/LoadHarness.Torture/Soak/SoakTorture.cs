using System.Diagnostics;
using System.Globalization;
using LoadHarness.Analysis.Stability;
using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;
using LoadHarness.Torture.Crashes;

namespace LoadHarness.Torture.Soak;

/// <summary>
/// Mixed load with connections that come and go, on all models side by side, each at a rate that leaves the machine
/// time for the others: growth is counted, not timed. <c>loadharness run scenarios/soak.yaml --report</c> does it for
/// one model after the other.
/// </summary>
internal sealed class SoakTorture : ITorture
{
    private const double MiB = 1024 * 1024;

    /// <summary>Start, warm-up and end of all runs at once, s.</summary>
    private const double Overhead_s = 50;

    /// <summary>
    /// At this rate memory of some models still rises in levels of four to seven minutes, and not in those of half an
    /// hour.
    /// </summary>
    private const double ShortestLevel_s = 840;

    /// <summary>
    /// In hexadecimal digits: 1 MiB. A heap is filled once before anything is collected; with some ten MiB, as usual, a
    /// server with little to do would grow for twenty minutes until then.
    /// </summary>
    private const string FirstGeneration_bytes = "100000";

    /// <summary>What two CPUs do of it for all models with less than half of their time, operations/s.</summary>
    private const int Rate_per_s = 500;

    public string Name => "soak";

    public string Promise => "memory, descriptors and threads of a server do not grow";

    public TimeSpan Least => TimeSpan.FromSeconds(ShortestLevel_s + Overhead_s);

    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        var level_s = (int)Math.Max(ShortestLevel_s, budget.Left.TotalSeconds - Overhead_s);
        var soaks = ModelRegistry.Default.All
            .Select(model => Task.Factory.StartNew(
                () => Soak(model.Name, level_s, budget.Folder),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToList();
        return soaks.Select(soak => soak.GetAwaiter().GetResult());
    }

    private static TortureFigure Soak(string model, int level_s, string folder)
    {
        var file = Path.Combine(folder, $"{model}.yaml");
        File.WriteAllText(file, Scenario(model, level_s));
        var results = Path.Combine(folder, model);
        var said = RunHarness(file, results);
        var run = RunFolder.Newest(results, "soak") is { } newest ? RunReader.Read(newest) : null;
        var reading = run is not null && StabilityReader.Of(run) is [var only, ..] ? only : null;
        if (reading is null) return new TortureFigure($"{model}: no result: {said}", "", "a soak", Held: false);
        var operations = run!.Levels.Where(level => string.Equals(level.Operation, "total", StringComparison.Ordinal))
            .Sum(level => level.Operations);
        return new TortureFigure(
            string.Create(CultureInfo.InvariantCulture,
                $"{model}: growth in an hour over {reading.Length_s:0} s, {operations:#,0} operations, ")
                + string.Create(CultureInfo.InvariantCulture, $"{run.Levels[0].Reconnects:#,0} reconnects"),
            string.Join("; ", reading.Growths.Select(Text)),
            "below 32 MiB, 60 and 60",
            reading.Verdict != GrowthVerdict.Grows);
    }

    private static string Text(Growth growth)
    {
        var unit = string.Equals(growth.Name, "memory", StringComparison.Ordinal) ? MiB : 1;
        var (slope, low, high) = growth.PerHour;
        return string.Create(CultureInfo.InvariantCulture,
            $"{growth.Name} {slope / unit:0.0} ({low / unit:0.0} to {high / unit:0.0})")
            + (growth.Verdict == GrowthVerdict.Undecided ? " undecided" : "");
    }

    private static string Scenario(string model, int level_s) => string.Create(CultureInfo.InvariantCulture, $$"""
        name: soak
        workload: {{Work(model)}}
        server: { models: [{{model}}] }
        load:
          { model: rate, rate_per_s: {{Rate_per_s}}, stages: [mixed], churn: 20, window_ms: 1000 }
        profiles:
          default:
            {
              budget_s: {{level_s + (int)Overhead_s}}, repetitions: 1, min_windows: {{level_s}},
              max_windows: {{level_s}}, warm_up_s: 2, confirm: false,
            }

        """);

    /// <summary>A model of several processes cannot serve one table.</summary>
    private static string Work(string model) =>
        KillTorture.Models.Contains(model, StringComparer.Ordinal)
            ? "{ name: hashtable, keys: 5000 }"
            : "{ name: http }";

    /// <summary>Runs the program to its end; it has a budget of its own.</summary>
    private static string RunHarness(string scenario, string results)
    {
        string[] command =
        [
            .. ProgramCommand.Of(typeof(ExitCode).Assembly), "run", scenario, "--results", results,
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCgen0size"] = FirstGeneration_bytes;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return $"exit code {process.ExitCode}: {errors.Result.ReplaceLineEndings(" ")}"
            + (process.ExitCode == 0 ? "" : output.Result.ReplaceLineEndings(" "));
    }
}
