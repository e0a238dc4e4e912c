using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Serving;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;
using LoadHarness.Servers;
using LoadHarness.Torture.Linear;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Load runs that check what clients see: on every model, and on servers that answer wrongly.</summary>
public sealed class LinearizableRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sequential, threaded, thread-pool", "")]
    [InlineData("select, epoll, io_uring, async", "")]
    [InlineData("epoll", ", dialect: le64")]
    public void What_clients_see_of_every_model_is_linearizable(string models, string dialect)
    {
        var run = Run($$"""server: { models: [{{models}}], options: { flush: never } }""", ExitCode.Success, dialect);

        run.Manifest.State.ShouldBe(RunState.Complete, run.Manifest.Reason);
        run.Histories.Count.ShouldBe(run.Levels.Select(level => level.Key.Sequence).Distinct().Count());
        run.Histories.Select(row => row.Key.Model).Distinct(StringComparer.Ordinal).ShouldBe(models.Split(", "));
        foreach (var row in run.Histories)
        {
            row.State.ShouldBe(HistoryState.Linearizable, $"{row.Key}");
            row.Operations.ShouldBePositive($"{row.Key}");
            row.Unchecked.ShouldBe(0, $"{row.Key}");
        }

        // Where several are served at the same time, they meet.
        run.Histories.Where(row => row.Key is { Clients: > 4, Model: "epoll" })
            .ShouldAllBe(row => row.MostAtOnce > 1);
        run.Levels.ShouldAllBe(level => level.WrongAnswers == 0);
        run.Violations.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(_folder.Path, "report", "REPORT.md")).ShouldContain("Correct under load");
    }

    [Theory]
    [InlineData(nameof(TableFault.StaleReads), "replaced, after-removed, missed")]
    [InlineData(nameof(TableFault.LostUpdates), "replaced, missed")]
    [InlineData(nameof(TableFault.RemovesUndone), "removed-twice, after-removed")]
    public void A_table_that_is_wrong_now_and_then_is_found_out(string fault, string kinds)
    {
        using var table = new FaultyTable(Enum.Parse<TableFault>(fault));
        using var server = ModelRegistry.Default.Find("epoll")!.Start(
            table, new ServerOptions(), SilentEventSink.Instance);

        var run = Run($$"""server: { name: wrong, address: '{{server.Endpoint}}' }""", ExitCode.NotLinearizable);

        table.Mistakes.ShouldBePositive();
        var violated = run.Histories.Where(row => row.State == HistoryState.Violated).ToList();
        violated.ShouldNotBeEmpty();
        violated.ShouldAllBe(row => kinds.Split(", ").Contains(row.Violation, StringComparer.Ordinal));
        foreach (var row in violated)
        {
            var proof = run.Violations.Where(operation => operation.Key == row.Key).ToList();
            proof.Count.ShouldBeInRange(1, 30, $"{row.Key}");
            proof.ShouldAllBe(operation => operation.TableKey == row.ViolatedKey);
            LevelValidity.Parse(run.Levels.First(level => level.Key == row.Key).Validity).Issues
                .ShouldContain(issue => issue.Code == ValidityCode.NotLinearizable);
        }

        var report = File.ReadAllText(Path.Combine(_folder.Path, "report", "REPORT.md"));
        report.ShouldContain("`wrong` answered wrongly");
        report.ShouldContain("operations alone show it");
    }

    [PeerFact("redis-server")]
    public void What_clients_see_of_a_redis_is_linearizable()
    {
        var run = Run("""
            server:
              name: redis
              command: redis-server --port {port} --bind 127.0.0.1 --save "" --appendonly no --dir {data}
            """, ExitCode.Success, workload: "resp");

        run.Histories.ShouldNotBeEmpty();
        run.Histories.ShouldAllBe(row => row.State == HistoryState.Linearizable && row.Operations > 0);
        run.Levels.ShouldAllBe(level => level.WrongAnswers == 0);
    }

    private StoredRun Run(string server, ExitCode expected, string more = "", string workload = "hashtable")
    {
        var file = Path.Combine(_folder.Path, "linear.yaml");
        File.WriteAllText(file, $$"""
            name: linear
            check: linearizable
            workload: { name: {{workload}}{{more}} }
            {{server}}
            load: { holds: [2, 12], window_ms: 100 }
            profiles:
              default: { budget_s: 60, repetitions: 1, min_windows: 3, max_windows: 4, warm_up_s: 0.1, confirm: false }
            """);
        var ended = ProgramRun.Of(
            "run", file, "--results", _folder.Path, "--report", "--report-folder",
            Path.Combine(_folder.Path, "report"));
        ended.ExitCode.ShouldBe(expected, ended.Errors);
        return RunReader.Read(Directory.GetDirectories(Path.Combine(_folder.Path, "linear")).Single());
    }
}
