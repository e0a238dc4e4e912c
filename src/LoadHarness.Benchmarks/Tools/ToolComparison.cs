using System.Net.Sockets;
using BenchmarkDotNet.Loggers;
using LoadHarness.Analysis.Peers;
using LoadHarness.Benchmarks.Tools.Servers;
using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Manifests;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>
/// Compares this program with the load tools of others that are on the machine: each in turn against the same server,
/// round by round, the server on one CPU and the tool on another. Rows go into a run folder, medians to the console.
/// </summary>
internal static class ToolComparison
{
    private const int UsageCode = 2;
    private const int FailureCode = 1;

    private static readonly ILogger _log = ConsoleLogger.Default;

    /// <summary>Runs it.</summary>
    /// <param name="arguments">See <see cref="ToolOptions"/>.</param>
    /// <returns>Exit code.</returns>
    public static int Run(string[] arguments)
    {
        try
        {
            Run(ToolOptions.Parse(arguments));
            return 0;
        }
        catch (FormatException e)
        {
            _log.WriteLineError(e.Message);
            return UsageCode;
        }
        catch (Exception e) when (e is InvalidOperationException or ResultsException or SocketException)
        {
            _log.WriteLineError(e.Message);
            return FailureCode;
        }
    }

    private static void Run(ToolOptions options)
    {
        var (sut, generator) = Cpus(out var cpus, out var topology);
        DescriptorLimit.RaiseToHard();
        new CpuSet([generator]).BindProcess();
        using var launcher = new ProcessLauncher(OwnProgram.Command(options.Program));
        using var servers = new ServerPark(launcher, sut);
        var now = TimeProvider.System.GetUtcNow();
        using var results = RunWriter.Create(options.Results, ManifestBasis.Read(cpus, topology, null) with
        {
            RunId = RunId.At(now),
            Scenario = "peers",
            Title = "Side by side with other load tools",
            Started_utc = now,
        });
        var start_ns = MonotonicClock.Now_ns;
        var setups = new ToolSetups(launcher, servers, generator, options);
        var rows = new List<PeerRow>();
        foreach (var name in options.Servers)
        {
            foreach (var setup in setups.Start(name))
            {
                using (setup) Compare(setup, options, results, rows);
            }
        }

        var absent = setups.Absent.Count == 0
            ? []
            : new[] { $"not on this machine: {string.Join(", ", setups.Absent)}" };
        results.Save(results.Manifest with
        {
            State = RunState.Complete,
            Finished_utc = TimeProvider.System.GetUtcNow(),
            Spent_s = (MonotonicClock.Now_ns - start_ns) / 1e9,
            Notes = [.. results.Manifest.Notes, .. absent],
        });
        foreach (var note in absent) _log.WriteLine(note);
        foreach (var line in ToolText.Verdicts(PeerAnalysis.Verdicts(PeerAnalysis.Ratios(rows)))) _log.WriteLine(line);
        _log.WriteLine($"results: {results.Folder}");
    }

    /// <summary>One CPU for each side, whatever the machine has: tools of one thread are compared.</summary>
    private static (int Sut, int Generator) Cpus(out CpuPlan cpus, out CpuTopology topology)
    {
        var problems = new List<string>();
        topology = CpuTopology.Read();
        var chosen = CpuPlan.Choose(topology, new CpuWish(), problems)
            ?? throw new InvalidOperationException(string.Join("; ", problems));
        cpus = chosen with
        {
            Sut = new CpuSet([chosen.Sut.Cpus[0]]),
            Generator = new CpuSet([chosen.Generator.Cpus[0]]),
        };
        return (cpus.Sut.Cpus[0], cpus.Generator.Cpus[0]);
    }

    private static void Compare(ToolSetup setup, ToolOptions options, RunWriter results, List<PeerRow> rows)
    {
        results.Save(results.Manifest with
        {
            Commands = [.. results.Manifest.Commands, new SutCommand("peers", setup.Name, setup.Server.CommandLine)],
        });
        _log.WriteLine();
        _log.WriteLine($"{setup.Name}: {string.Join(", ", setup.Tools.Select(tool => tool.Name))}");
        foreach (var line in ToolText.Head()) _log.WriteLine(line);
        foreach (var (connections, pipeline) in setup.Cells)
        {
            var cell = new ToolRounds(setup, connections, pipeline, options).Run(row => results.Append(row));
            rows.AddRange(cell);
            foreach (var line in ToolText.Rows(cell)) _log.WriteLine(line);
        }
    }
}
