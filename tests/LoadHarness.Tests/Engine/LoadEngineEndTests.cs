using LoadHarness.Contracts.Loading;
using LoadHarness.Engine;
using LoadHarness.Tests.Platform.Network;

namespace LoadHarness.Tests.Engine;

public sealed class LoadEngineEndTests : LoadEngineTestBase
{
    [Fact]
    public void A_population_with_nothing_left_ends_the_run_and_the_last_window_counts()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Left = 1000 };
        var run =
            Run(Plan(server.Endpoint, 4) with { Window_ns = 10_000_000_000 }, population, TestObserver.After(100));
        run.End.ShouldBe(RunEnd.Exhausted);
        run.Windows.Count.ShouldBe(1);
        run.Windows[0].Exhausted.ShouldBeTrue();
        (run.Windows[0].End_ns - run.Windows[0].Start_ns).ShouldBeLessThan(10_000_000_000);
        (Count(run, Outcome.Correct) + population.Abandoned).ShouldBe(1000);
    }

    [Fact]
    public void Exhaustion_on_one_thread_ends_all()
    {
        using var server = new TestServer();
        LinePopulation[] populations = [new() { Left = 500 }, new()];
        var plan = Plan(server.Endpoint, 4) with { GeneratorCpus = [0, 0] };
        var run = new LoadEngine().Run(plan, populations, TestObserver.After(1000), default);
        run.End.ShouldBe(RunEnd.Exhausted);
        run.Windows[^1].Exhausted.ShouldBeTrue();
        run.Windows.SkipLast(1).ShouldAllBe(w => !w.Exhausted);
    }

    [Fact]
    public void Cancelling_ends_the_run_and_keeps_what_was_measured()
    {
        using var server = new TestServer();
        using var cancellation = new CancellationTokenSource();
        var population = new LinePopulation();
        var abandonedBefore = new List<int>();
        var observer = new TestObserver(_ => false)
        {
            OnWindow = cancellation.Cancel,
            OnEnding = () => abandonedBefore.Add(population.Abandoned),
        };
        var run = Run(Plan(server.Endpoint, 3), population, observer, cancellation.Token);
        run.End.ShouldBe(RunEnd.Cancelled);
        run.Windows.ShouldNotBeEmpty();
        population.Abandoned.ShouldBe(3, "every client had an operation outstanding");
        abandonedBefore.ShouldHaveSingleItem().ShouldBe(0, "the observer is told while the load is on");
    }

    [Fact]
    public void Cancelling_beforehand_measures_nothing()
    {
        using var server = new TestServer();
        var run =
            Run(Plan(server.Endpoint, 3), new LinePopulation(), TestObserver.After(100), new CancellationToken(true));
        run.End.ShouldBe(RunEnd.Cancelled);
    }

    [Fact]
    public void Preparation_runs_until_every_client_is_idle_and_is_not_counted_in_windows()
    {
        using var server = new TestServer();
        var population = new LinePopulation { PreparationsEach = 50 };
        var observer = TestObserver.After(1);
        var run = Run(Plan(server.Endpoint, 20) with { Purpose = Purpose.Prepare }, population, observer);
        run.End.ShouldBe(RunEnd.Complete);
        run.Windows.ShouldBeEmpty();
        observer.StartedCount.ShouldBe(0);
        run.PreparedByOutcome[(int)Outcome.Correct].ShouldBe(1000);
        run.PreparedByOutcome.Sum().ShouldBe(1000);
    }

    [Fact]
    public void Preparation_tries_failed_operations_again()
    {
        using var server = new TestServer();
        var population = new LinePopulation { PreparationsEach = 10, Line = (_, n) => n % 5 == 4 ? "reset" : "hello" };
        var run = Run(Plan(server.Endpoint, 4) with { Purpose = Purpose.Prepare }, population, TestObserver.After(1));
        run.End.ShouldBe(RunEnd.Complete);
        run.PreparedByOutcome[(int)Outcome.Correct].ShouldBe(40);
        run.PreparedByOutcome[(int)Outcome.Reset].ShouldBe(8);
    }

    [Fact]
    public void Preparation_without_a_server_gives_up()
    {
        using var nobody = new ReservedEndpoint();
        var plan = Plan(nobody.Endpoint, 4) with { Purpose = Purpose.Prepare, OperationTimeout_us = 50_000 };
        var run = Run(plan, new LinePopulation { PreparationsEach = 1 }, TestObserver.After(1));
        run.End.ShouldBe(RunEnd.ServerUnreachable);
        run.PreparedByOutcome[(int)Outcome.Refused].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_population_outlives_runs_and_is_used_by_the_next()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Left = 100, PreparationsEach = 5 };
        Run(Plan(server.Endpoint, 4) with { Purpose = Purpose.Prepare }, population,
            TestObserver.After(1)).PreparedByOutcome[0].ShouldBe(20);
        var run = Run(Plan(server.Endpoint, 4), population, TestObserver.After(1000));
        (Count(run, Outcome.Correct) + population.Abandoned).ShouldBe(80);
    }
}
