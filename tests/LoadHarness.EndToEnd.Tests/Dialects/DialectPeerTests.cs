using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Engine;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Workloads.HashTable;

namespace LoadHarness.EndToEnd.Tests.Dialects;

/// <summary>Every dialect against programs in another language, both ways.</summary>
public sealed class DialectPeerTests
{
    private const int Clients = 3;

    private static readonly string[] _listed =
    [
        "newline", "newline-arguments", "decimal-comma", "decimal-10", "decimal-16", "le64", "be64-text", "be64-codes",
    ];

    private static readonly HashTableWorkload _workload = new(DialectFiles.Default);

    /// <summary>The dialects there are; the next test fails when one is added and not listed.</summary>
    public static TheoryData<string> Dialects { get; } = [.. _listed];

    [Fact]
    public void The_table_lists_every_dialect() =>
        _listed.Order(StringComparer.Ordinal).ShouldBe(DialectFiles.Default.Names);

    [PeerTheory("python3")]
    [MemberData(nameof(Dialects))]
    public async Task A_client_of_every_dialect_works_with_our_server(string dialect)
    {
        using var server = ServeProcess.Start(
            "hashtable", "--model", "threaded", "--port", "0", "--data", "none", "--dialect", dialect);
        var port = server.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        (await PeerProcess.RunAsync("python3", "-c", PythonPrograms.Client, dialect, port)).ShouldBe("all right\n");
    }

    [PeerTheory("python3")]
    [MemberData(nameof(Dialects))]
    public async Task The_same_client_loads_a_server_of_every_dialect(string dialect)
    {
        await using var server = PeerProcess.Start("python3", "-c", PythonPrograms.Server, dialect);
        await Eventually.TrueAsync(() => server.Printed.EndsWith('\n'), "the server has printed its port");
        var target = new IPEndPoint(IPAddress.Loopback, int.Parse(server.Printed, CultureInfo.InvariantCulture));
        var problems = new List<string>();
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dialect"] = dialect,
            ["keys"] = "2000",
            ["pool"] = "200",
        };
        var settings = WorkloadSettings.Create(_workload.Options, given, problems);
        problems.ShouldBeEmpty();
        foreach (var stage in _workload.UsualStages)
        {
            var population = _workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
            Run(target, population, Purpose.Prepare).End.ShouldBe(RunEnd.Complete, server.Printed);
            var run = Run(target, population, Purpose.Measure);
            Ended(run, Outcome.Correct).ShouldBePositive($"{stage}: {server.Printed}");
            run.Windows.Sum(window => window.ErrorCount).ShouldBe(0, $"{stage}: {server.Printed}");
        }
    }

    private static RunSnapshot Run(IPEndPoint target, IClientPopulation population, Purpose purpose)
    {
        var plan = new LoadPlan
        {
            Target = target,
            Clients = Clients,
            ConnectionUse = _workload.ConnectionUse,
            OperationTypeCount = _workload.OperationTypes.Count,
            Purpose = purpose,
            Window_ns = 100_000_000,
        };
        return new LoadEngine().Run(plan, [population], new FewWindows(purpose), CancellationToken.None);
    }

    private static long Ended(RunSnapshot run, Outcome outcome) =>
        run.Windows.Sum(window => window.Ended.Sum(byOutcome => byOutcome[(int)outcome]));

    /// <summary>Stops a measurement after its first window with an answer; a preparation ends by itself.</summary>
    private sealed class FewWindows(Purpose purpose) : ILoadObserver
    {
        private const int Most = 300;
        private int _count;

        public void Started(long start_ns)
        {
        }

        public bool WindowClosed(WindowSnapshot window) =>
            ++_count < Most && (purpose == Purpose.Prepare || window.CorrectCount == 0);
    }
}
