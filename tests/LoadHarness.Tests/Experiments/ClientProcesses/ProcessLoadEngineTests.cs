using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Experiments.ClientProcesses;
using LoadHarness.Experiments.Suts;
using NSubstitute;

namespace LoadHarness.Tests.Experiments.ClientProcesses;

public sealed class ProcessLoadEngineTests : IDisposable
{
    private const long Slice_ns = 1_000_000;

    private static readonly string[] _types = ["insert", "lookup"];

    private readonly ILoadEngine _inner = Substitute.For<ILoadEngine>();
    private readonly ILoadObserver _observer = Substitute.For<ILoadObserver>();
    private readonly List<FakeClientProcess> _clients = [];
    private readonly ProcessLoadEngine _engine;

    public ProcessLoadEngineTests()
    {
        _engine = new ProcessLoadEngine(_inner, Start, _types, Slice_ns);
        _observer.WindowClosed(Arg.Any<WindowSnapshot>()).Returns(true, false);
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Clients_run_together_until_the_observer_has_enough()
    {
        var run = Run(Plan("lookup", 3));
        run.End.ShouldBe(RunEnd.Complete);
        run.Windows.Select(window => window.CorrectCount).ShouldBe([15, 15]);
        run.Windows[1].Start_ns.ShouldBe(run.Windows[0].End_ns);
        run.Windows.ShouldAllBe(window => window.Ended[1][0] == 15 && window.Ended[0][0] == 0);
        run.ClientsByWindow.ShouldAllBe(totals => totals.All(total => total.Correct == 5));
        (run.ConnectedClients, run.CorrectCount).ShouldBe((3, 3L * FakeClientProcess.Slices * 5));
        var go = _clients[0].Heard[0];
        go.ShouldStartWith("go ");
        _clients.ShouldAllBe(client => client.Heard.SequenceEqual(new[] { go, "stop" }));
    }

    [Fact]
    public void Clients_stay_for_the_next_level_and_only_those_missing_are_started()
    {
        Run(Plan("lookup", 1));
        _observer.WindowClosed(Arg.Any<WindowSnapshot>()).Returns(false);
        Run(Plan("insert", 2)).Windows.Count.ShouldBe(1);
        Run(Plan("insert", 1)).End.ShouldBe(RunEnd.Complete);
        _clients.Select(client => (client.Request.Index, client.Request.Stage))
            .ShouldBe([(0, "lookup"), (1, "insert")]);
        _clients[0].Heard.Where(word => word.StartsWith("stage", StringComparison.Ordinal))
            .ShouldBe(["stage insert", "stage insert"]);
    }

    [Fact]
    public void Preparation_makes_ready_what_the_measured_run_starts()
    {
        var populations = Populations(needPreparation: true);
        _inner.NeedsPreparation(populations).Returns(true);
        _inner.Run(default!, default!, default!, default).ReturnsForAnyArgs(ProcessRun.Nothing(RunEnd.Complete));
        _engine.NeedsPreparation(populations).ShouldBeTrue();
        var prepare = Plan("lookup", 64) with { Purpose = Purpose.Prepare, MeasuredClients = 2 };
        _engine.Run(prepare, populations, _observer, CancellationToken.None).End.ShouldBe(RunEnd.Complete);
        _inner.Received(1).Run(prepare, populations, _observer, CancellationToken.None);
        _clients.Count.ShouldBe(2);
        Run(Plan("lookup", 2));
        _clients.ShouldAllBe(client => client.Heard[0].StartsWith("go "));
    }

    [Fact]
    public void Keys_used_up_end_the_run_for_all()
    {
        _observer.WindowClosed(Arg.Any<WindowSnapshot>()).Returns(true);
        _engine.Run(Plan("insert", 2) with { Purpose = Purpose.Prepare, MeasuredClients = 2 },
            Populations(needPreparation: false), _observer, CancellationToken.None);
        _clients[0].LacksKeys = true;
        var run = Run(Plan("insert", 2));
        run.End.ShouldBe(RunEnd.Exhausted);
        run.Windows.Select(window => window.Exhausted).ShouldBe([.. run.Windows.SkipLast(1).Select(_ => false), true]);
        run.Windows[^1].CorrectCount.ShouldBe(0);
        _clients[1].Heard[^1].ShouldBe("stop");
    }

    [Fact]
    public void A_client_that_dies_ends_the_run_and_all_others()
    {
        Run(Plan("lookup", 2));
        _clients[1].Dies = true;
        Run(Plan("lookup", 2)).End.ShouldBe(RunEnd.ServerUnreachable);
        _clients.ShouldAllBe(client => client.IsDisposed);
        _observer.WindowClosed(Arg.Any<WindowSnapshot>()).Returns(false);
        Run(Plan("lookup", 2)).End.ShouldBe(RunEnd.Complete);
        _clients.Count.ShouldBe(4);
    }

    [Fact]
    public void Clients_of_another_server_are_ended()
    {
        Run(Plan("lookup", 1));
        _observer.WindowClosed(Arg.Any<WindowSnapshot>()).Returns(false);
        Run(Plan("lookup", 1) with { Target = new IPEndPoint(IPAddress.Loopback, 2) });
        _clients.Select(client => (client.Request.Target.Port, client.IsDisposed)).ShouldBe([(1, true), (2, false)]);
    }

    [Fact]
    public void A_cancelled_run_keeps_what_was_measured()
    {
        using var stop = new CancellationTokenSource();
        _observer.WindowClosed(Arg.Any<WindowSnapshot>()).Returns(true);
        _observer.When(observer => observer.WindowClosed(Arg.Any<WindowSnapshot>())).Do(_ => stop.Cancel());
        var run = _engine.Run(Plan("lookup", 1), Populations(needPreparation: false), _observer, stop.Token);
        run.End.ShouldBe(RunEnd.Cancelled);
        run.Windows.ShouldNotBeEmpty();
    }

    [Fact]
    public void Clients_count_as_the_harness()
    {
        Run(Plan("lookup", 3));
        var inner = Substitute.For<IUsageMeter>();
        inner.HarnessCpu_ns().Returns(7);
        new ClientMeter(inner, _engine).HarnessCpu_ns().ShouldBe(3007);
    }

    private FakeClientProcess Start(ClientRequest request, Action<string?> heard)
    {
        var client = new FakeClientProcess(request, heard, Slice_ns);
        _clients.Add(client);
        return client;
    }

    private RunSnapshot Run(LoadPlan plan) =>
        _engine.Run(plan, Populations(needPreparation: false), _observer, CancellationToken.None);

    private static IReadOnlyList<IClientPopulation> Populations(bool needPreparation)
    {
        var population = Substitute.For<IClientPopulation>();
        population.NeedsPreparation.Returns(needPreparation);
        return [population];
    }

    private static LoadPlan Plan(string stage, int clients) => new()
    {
        Target = new IPEndPoint(IPAddress.Loopback, 1),
        Clients = clients,
        ConnectionUse = ConnectionUse.Persistent,
        OperationTypeCount = _types.Length,
        Stage = stage,
    };
}
