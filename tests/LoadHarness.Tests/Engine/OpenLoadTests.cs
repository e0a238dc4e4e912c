using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Engine.Schedules;
using LoadHarness.Tests.Platform.Network;

namespace LoadHarness.Tests.Engine;

public sealed class OpenLoadTests : LoadEngineTestBase
{
    [Theory]
    [InlineData("epoll", Arrivals.Poisson, BusyPolicy.Queue, 1)]
    [InlineData("epoll", Arrivals.Constant, BusyPolicy.Drop, 1)]
    [InlineData("epoll", Arrivals.Poisson, BusyPolicy.Drop, 2)]
    [InlineData("io_uring", Arrivals.Poisson, BusyPolicy.Drop, 1)]
    [InlineData("io_uring", Arrivals.Constant, BusyPolicy.Queue, 2)]
    [InlineData("portable", Arrivals.Poisson, BusyPolicy.Queue, 1)]
    public void Everything_counted_adds_up(string loop, Arrivals arrivals, BusyPolicy policy, int threads)
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 5) with
        {
            Loop = loop,
            GeneratorCpus = [.. Enumerable.Repeat(0, threads)],
            Open = new OpenLoad { Rate_per_s = 10_000, Arrivals = arrivals, BusyPolicy = policy },
        };
        var populations = Enumerable.Range(0, threads).Select(_ => new LinePopulation()).ToList();

        var run = new LoadEngine().Run(plan, populations, TestObserver.AfterCorrect(2000), default);

        run.ConnectedClients.ShouldBe(5);
        ShouldBeConserved(run);
        (run.Windows.Sum(w => w.Open!.Sent) - run.Windows.Sum(w => w.CorrectCount)).ShouldBeInRange(0, 5);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        run.Windows.ShouldAllBe(w => w.LatencySum_ns + w.AgeGrowth_ns == w.Outstanding_ns);
    }

    [Theory]
    [InlineData(Arrivals.Constant)]
    [InlineData(Arrivals.Poisson)]
    public void Every_arrival_is_counted_in_the_window_in_which_it_was_due(Arrivals arrivals)
    {
        using var server = new TestServer();
        var open = new OpenLoad { Rate_per_s = 3000, Arrivals = arrivals, Seed = 77 };

        var run = Run(Plan(server.Endpoint, 4) with { Open = open }, new LinePopulation(), TestObserver.After(8));

        var schedule = new ArrivalSchedule(open, 0, 1);
        var arrival = schedule.First;
        foreach (var window in run.Windows)
        {
            var due = 0;
            for (; run.Windows[0].Start_ns + arrival.Offset_ns <= window.End_ns; due++) arrival =
                schedule.After(arrival);
            window.Open!.Arrivals.ShouldBe(due);
        }
    }

    [Fact]
    public void A_connection_for_every_operation_begins_with_its_arrival()
    {
        var greeting = "hello"u8.ToArray();
        using var server = new TestServer(greeting);
        var plan = Plan(server.Endpoint, 6, ConnectionUse.PerOperation) with
        {
            OperationTypeCount = 1,
            Open = new OpenLoad { Rate_per_s = 2000 },
        };

        var run = Run(plan, new GreetingPopulation(greeting.Length), TestObserver.AfterCorrect(300));

        ShouldBeConserved(run);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        (run.Windows.Sum(w => w.Open!.Sent) - run.Windows.Sum(w => w.CorrectCount)).ShouldBeInRange(0, 6);
        run.Windows.ShouldAllBe(w => w.LatencySum_ns + w.AgeGrowth_ns == w.Outstanding_ns);
    }

    [Theory]
    [InlineData(ConnectionUse.Persistent)]
    [InlineData(ConnectionUse.PerOperation)]
    public void Arrivals_go_on_when_operations_fail(ConnectionUse use)
    {
        using var server = new TestServer();
        var population = new LinePopulation { Line = (_, n) => n % 3 == 2 ? "reset" : "hello" };
        var plan = Plan(server.Endpoint, 4, use) with { Open = new OpenLoad { Rate_per_s = 1000 } };

        var run = Run(plan, population, TestObserver.AfterErrors(10));

        ShouldBeConserved(run);
        Count(run, Outcome.Reset).ShouldBe(run.Windows.Sum(w => w.ErrorCount));
        var ended = run.Windows.Sum(w => w.CorrectCount + w.ErrorCount);
        (run.Windows.Sum(w => w.Open!.Sent) - ended).ShouldBeInRange(0, 4);
    }

    [Fact]
    public void A_connection_that_the_server_ends_after_its_answer_is_made_anew_and_no_operation_fails()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Line = (_, _) => "bye", ReadsToTheEnd = true };
        var plan = Plan(server.Endpoint, 3) with { Open = new OpenLoad { Rate_per_s = 1000 } };

        var run = Run(plan, population, TestObserver.AfterCorrect(100));

        ShouldBeConserved(run);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        run.Windows.Sum(w => w.Reconnects).ShouldBeGreaterThanOrEqualTo(100 - 3);
    }

    [Fact]
    public void Where_nobody_listens_any_more_connects_fail_and_arrivals_wait()
    {
        var server = new TestServer();
        ReservedEndpoint? nobody = null;
        var plan = Plan(server.Endpoint, 2) with { Open = new OpenLoad { Rate_per_s = 1000 } };
        // Windows that were closed before the end of the server may still be on their way.
        var observer = new TestObserver(o => o.Windows[^1].Ended.Sum(e => e[(int)Outcome.Refused]) > 0
            && o.Windows[^1].CorrectCount == 0 && o.Windows[^1].Open!.Waiting > 2)
        {
            OnWindow = () =>
            {
                if (nobody is not null) return;
                server.Dispose();
                nobody = new ReservedEndpoint(plan.Target.Port);
            },
        };

        var run = Run(plan, new LinePopulation(), observer);

        nobody?.Dispose();
        run.End.ShouldBe(RunEnd.Complete);
        ShouldBeConserved(run);
    }

    [Fact]
    public void All_connections_get_the_same_share()
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 8) with { Open = new OpenLoad { Rate_per_s = 2000 } };

        var run = Run(plan, new LinePopulation(), TestObserver.AfterCorrect(800));

        for (var client = 0; client < 8; client++)
            run.ClientsByWindow.Sum(totals => totals[client].Correct).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_population_with_nothing_left_ends_the_run_and_what_it_did_not_take_was_not_sent()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Left = 300 };
        var plan = Plan(server.Endpoint, 4) with { Open = new OpenLoad { Rate_per_s = 5000 } };

        var run = Run(plan, population, TestObserver.After(3000));

        run.End.ShouldBe(RunEnd.Exhausted);
        run.Windows.Sum(w => w.Open!.Sent).ShouldBe(300);
        (Count(run, Outcome.Correct) + population.Abandoned).ShouldBe(300);
        ShouldBeConserved(run);
    }

    [Fact]
    public void Preparation_is_closed_whatever_the_load()
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 4) with
        {
            Purpose = Purpose.Prepare,
            Open = new OpenLoad { Rate_per_s = 0.001 },
        };

        var run = Run(plan, new LinePopulation { PreparationsEach = 50 }, TestObserver.After(1));

        run.PreparedByOutcome[(int)Outcome.Correct].ShouldBe(200);
    }

    [Fact]
    public void A_closed_loop_has_no_arrivals()
    {
        using var server = new TestServer();
        var run = Run(Plan(server.Endpoint, 2), new LinePopulation(), TestObserver.After(2));
        run.Windows.ShouldAllBe(w => w.Open == null);
    }

    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    public void Steady_state_allocates_nothing(string loop)
    {
        using var server = new TestServer(loop: loop);
        var plan = Plan(server.Endpoint, 16) with
        {
            Window_ns = 100_000_000,
            Loop = loop,
            Open = new OpenLoad { Rate_per_s = 20_000 },
        };
        ShouldAllocateNothing(() => Run(plan, new LinePopulation(), AfterFirstWindow(4000)));
    }

    [Fact]
    public void A_load_that_makes_no_sense_is_refused()
    {
        var plan = Plan(new IPEndPoint(IPAddress.Loopback, 9), 2);
        foreach (var rate_per_s in new[] { 0, -1, double.NaN, double.PositiveInfinity, 1e8 })
            ShouldBeRefused(plan with { Open = new OpenLoad { Rate_per_s = rate_per_s } }, 1);
        ShouldBeRefused(plan with { Open = new OpenLoad { Rate_per_s = 1 }, ThinkTime_us = 1 }, 1);
        ShouldBeRefused(plan with { Open = new OpenLoad { Rate_per_s = 1 }, GeneratorCpus = [0, 0, 0] }, 3);
    }

    private static void ShouldBeRefused(LoadPlan plan, int threads) =>
        Should.Throw<ArgumentException>(() => new LoadEngine().Run(
            plan, [.. Enumerable.Repeat(new LinePopulation(), threads)], TestObserver.After(1), default));

    private static void ShouldBeConserved(RunSnapshot run)
    {
        var waiting = 0L;
        foreach (var window in run.Windows)
        {
            var open = window.Open.ShouldNotBeNull();
            (waiting + open.Arrivals).ShouldBe(open.Sent + open.Dropped + open.Waiting);
            waiting = open.Waiting;
            (open.SendLag.Count, open.OwnLag.Count).ShouldBe((open.Sent, open.Sent));
            open.LatencyFromDue.Select(latency => latency.Count).ShouldBe(window.Latency.Select(l => l.Count));
            open.LatencyFromDue.Sum(latency => latency.Sum_ns).ShouldBeGreaterThanOrEqualTo(window.LatencySum_ns);
            open.Late.ShouldBeLessThanOrEqualTo(open.Sent);
        }
    }
}
