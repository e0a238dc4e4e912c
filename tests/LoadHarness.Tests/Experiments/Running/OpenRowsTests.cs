using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class OpenRowsTests
{
    private const long Window_ns = 100_000_000;

    private static readonly RunKey _key = new("w", "m", "read", 0, LevelPhase.Open, 50, 3);

    private static readonly MeasuringRules _rules = new();

    private static readonly OpenLoad _open = new() { Rate_per_s = 1000, BusyPolicy = BusyPolicy.Drop };

    [Fact]
    public void Counts_add_up_over_the_windows_that_count_and_latencies_are_merged()
    {
        var row = Rows([.. Enumerable.Range(0, 12).Select(i => Window(i, 100, latency_us: 100))]).Levels
            .ShouldHaveSingleItem();

        row.Open.ShouldSatisfyAllConditions(
            o => o.RequestedRate_per_s.ShouldBe(1000),
            o => (o.Arrivals, o.WhenBusy).ShouldBe(("poisson", "drop")),
            o => (o.Due, o.Sent, o.Late, o.Queued, o.Dropped, o.Waiting).ShouldBe((1200, 1188, 36, 24, 12, 11)),
            o => o.SentRate_per_s.ShouldBe(990, 1e-6),
            o => o.SentShare.ShouldBe(0.99, 1e-9),
            o => (o.SendLagP50_us, o.OwnLagP50_us).ShouldBe((20, 5)),
            o => (o.LatencyP50_us, o.LatencyMax_us, o.LatencyMean_us).ShouldBe((120, 120, 120)),
            o => o.LatencyP50HalfWidth_us.ShouldBe(0, 1e-9));
        row.LatencyP50_us.ShouldBe(100, "latency from send stands beside it");
        row.Throughput_per_s.ShouldBe(990, 1e-6);
    }

    [Fact]
    public void Both_histograms_are_kept()
    {
        var level = Rows([Window(0, 100, latency_us: 100)]);

        level.Histograms["read"].Max_ns.ShouldBe(100_000);
        level.DueHistograms["read"].Max_ns.ShouldBe(120_000);
    }

    /// <summary>99 operations of 100 µs in flight one after the other in 100 ms: 0.099 on average.</summary>
    [Fact]
    public void Littles_law_is_about_operations_in_flight_and_not_about_connections()
    {
        var row = Rows([.. Enumerable.Range(0, 12).Select(i => Window(i, 100, latency_us: 100))]).Levels[0];

        row.LittleResidual.ShouldBe(0, 1e-9);
        row.OutstandingShare.ShouldBe(99 * 100e-6 / 0.1 / 50, 1e-9);
        row.JainIndex.ShouldBe(double.NaN);
        row.StarvedClients.ShouldBe(0);
        row.Validity.ShouldBe("valid");
    }

    [Fact]
    public void Latency_that_still_rises_is_told()
    {
        Rows([.. Enumerable.Range(0, 30).Select(i => Window(i, 100, latency_us: 100 + 20 * i))])
            .Levels[0].Validity.ShouldBe("suspect: not-steady (latency still rises)");
        Rows([.. Enumerable.Range(0, 30).Select(i => Window(i, 100, latency_us: 400 + 20 * (i % 3)))])
            .Levels[0].Validity.ShouldBe("valid");
    }

    [Fact]
    public void A_level_without_a_window_that_counts_says_so_without_a_number()
    {
        var row = Rows([]).Levels[0];

        row.Validity.ShouldContain("rate-not-reached (no operation was due in a window that counts)");
        row.Open.SentRate_per_s.ShouldBe(double.NaN);
    }

    private static MeasuredLevel Rows(List<GatheredWindow> windows) => LevelRows.Of(_rules, new LevelRecord
    {
        Key = _key,
        Open = _open,
        OperationTypes = ["read"],
        Windows = windows,
        Steadiness = WindowSelection.SelectAtEnd(
            _rules, [.. windows.Select(window => new WindowSample(window.Throughput_per_s))]),
        AllOperations = windows.Sum(window => window.Window.CorrectCount),
        EngineRuns = 1,
        ConnectedClients = 50,
        Sut = null,
        SutCpus = 0,
        Generator = new UsageTotal(),
        GeneratorCpus = 1,
        RunStart_ns = 0,
    });

    /// <summary>Of those due one in a hundred is dropped, three are late and two wait for a connection.</summary>
    private static GatheredWindow Window(int index, int due, long latency_us)
    {
        var sent = due - (due / 100);
        var send = Repeated(sent, latency_us);
        return new GatheredWindow
        {
            Window = new WindowSnapshot
            {
                Index = index,
                Start_ns = index * Window_ns,
                End_ns = (index + 1) * Window_ns,
                Ended = [[sent, 0, 0, 0, 0, 0]],
                Latency = [send],
                LatencySum_ns = send.Sum_ns,
                Outstanding_ns = send.Sum_ns,
                ThreadCpu_ns = [Window_ns / 10],
                Open = new OpenWindow
                {
                    Arrivals = due,
                    Sent = sent,
                    Late = 3,
                    Queued = 2,
                    Dropped = due - sent,
                    Waiting = index,
                    SendLag = Repeated(sent, 20),
                    OwnLag = Repeated(sent, 5),
                    LatencyFromDue = [Repeated(sent, latency_us + 20)],
                },
            },
            Clients = [new ClientTotals { Correct = sent }],
        };
    }

    private static LatencyHistogram Repeated(int count, long value_us)
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < count; i++) histogram.Record(1000 * value_us);
        return histogram;
    }
}
