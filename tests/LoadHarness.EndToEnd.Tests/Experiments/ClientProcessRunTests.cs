using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>A scenario whose clients are programs of their own.</summary>
public sealed class ClientProcessRunTests : IDisposable
{
    private const string Scenario = """
        name: tiny-processes
        workload: { name: hashtable, keys: 2000, pool: 3000 }
        server: { models: [select], options: { data: none } }
        load: { stages: [insert, lookup, scan, remove], holds: [1, 3], window_ms: 100 }
        generator: { clients: processes, allow_overlap: true }
        profiles:
          default: { budget_s: 60, repetitions: 1, min_windows: 3, max_windows: 4, warm_up_s: 0.1, confirm: false }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Every_stage_is_measured_and_every_operation_is_one_that_the_server_counted()
    {
        var file = Path.Combine(_folder.Path, "tiny.yaml");
        File.WriteAllText(file, Scenario);
        var ended = ProgramRun.Of("run", file, "--results", _folder.Path);
        ended.ExitCode.ShouldBe(ExitCode.Success, ended.Errors);
        var run = RunReader.Read(Directory.GetDirectories(Path.Combine(_folder.Path, "tiny-processes")).Single());
        run.Manifest.Loop.ShouldBe("client processes");
        run.Levels.Select(level => (level.Key.Stage, level.Key.Clients)).ShouldBe(
        [
            ("insert", 1), ("insert", 3), ("lookup", 1), ("lookup", 3),
            ("scan", 1), ("scan", 3), ("remove", 1), ("remove", 3),
        ]);
        foreach (var level in run.Levels)
        {
            level.Operations.ShouldBePositive($"{level.Key}");
            level.WrongAnswers.ShouldBe(0, $"{level.Key}");
            level.SutOperations.ShouldBe(level.AllOperations, $"{level.Key}");
            var clients = run.Clients.Where(client => client.Key == level.Key).ToList();
            clients.Count.ShouldBe(level.Key.Clients);
            clients.Sum(client => client.Operations).ShouldBe(level.Operations, $"{level.Key}");
        }
    }
}
