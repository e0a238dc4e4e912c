using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Engine;

public sealed class LoadEngineTests : LoadEngineTestBase
{
    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    [InlineData("portable")]
    public void Everything_counted_adds_up(string loop)
    {
        using var server = new TestServer();
        var observer = TestObserver.AfterCorrect(2000);
        var run = Run(Plan(server.Endpoint, 7) with { Loop = loop }, new LinePopulation(), observer);
        run.End.ShouldBe(RunEnd.Complete);
        run.Loop.ShouldContain(loop);
        run.ConnectedClients.ShouldBe(7);
        observer.StartedCount.ShouldBe(1);
        run.Windows.ShouldBe(observer.Windows);
        run.ClientsByWindow.Count.ShouldBe(run.Windows.Count);
        foreach (var (window, clients) in run.Windows.Zip(run.ClientsByWindow))
        {
            clients.Length.ShouldBe(7);
            clients.Sum(c => c.Correct).ShouldBe(window.CorrectCount);
            clients.Sum(c => c.LatencySum_ns).ShouldBe(window.LatencySum_ns);
            window.Latency.Sum(h => h.Count).ShouldBe(window.CorrectCount);
            window.Latency.Sum(h => h.Sum_ns).ShouldBe(window.LatencySum_ns);
            window.Latency.Max(h => h.Max_ns).ShouldBe(clients.Max(c => c.LatencyMax_ns));
            window.Ended.Select(byOutcome => byOutcome[0]).ShouldBe(window.Latency.Select(h => h.Count));
            window.ErrorCount.ShouldBe(0);
        }

        var bytes = 6 * run.Windows.Sum(w => w.CorrectCount);
        run.Windows.Sum(w => w.BytesReceived).ShouldBe(bytes);
        run.Windows.Sum(w => w.BytesSent).ShouldBeInRange(bytes, bytes + 7 * 6);
    }

    [Theory]
    [InlineData("epoll")]
    [InlineData("portable")]
    public void A_client_connects_anew_after_as_many_operations_as_planned(string loop)
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 3) with { Loop = loop, OperationsPerConnection = 4 };

        var run = Run(plan, new LinePopulation(), TestObserver.AfterCorrect(400));

        var operations = run.Windows.Sum(window => window.CorrectCount);
        run.Windows.Sum(window => window.Reconnects).ShouldBeInRange((operations / 4) - 3, (operations / 4) + 3);
        run.Windows.Sum(window => window.ReconnectTime_ns).ShouldBePositive();
        run.Windows.Sum(window => window.ErrorCount).ShouldBe(0);
    }

    [Fact]
    public void Extra_work_takes_its_time_for_every_operation()
    {
        const long Work_ns = 1_000_000;
        using var server = new TestServer();

        var run = Run(
            Plan(server.Endpoint, 4) with { ExtraWork_ns = Work_ns }, new LinePopulation(),
            TestObserver.AfterCorrect(100));

        // What one operation is late with, the next ones catch up on: only the last may still be under way.
        var length_ns = run.Windows.Sum(window => window.End_ns - window.Start_ns);
        (run.Windows.Sum(window => window.CorrectCount) * Work_ns).ShouldBeLessThanOrEqualTo(length_ns + (2 * Work_ns));
        run.Windows.Sum(window => window.ErrorCount).ShouldBe(0);
    }

    [Fact]
    public void A_client_that_keeps_its_connection_makes_no_other()
    {
        using var server = new TestServer();

        var run = Run(Plan(server.Endpoint, 3), new LinePopulation(), TestObserver.AfterCorrect(400));

        run.Windows.Sum(window => window.Reconnects).ShouldBe(0);
        run.Windows.Sum(window => window.ClosingTime_ns).ShouldBe(0);
    }

    [Fact]
    public void Windows_follow_each_other_without_gap_and_none_is_shorter_than_planned()
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 4);
        var run = Run(plan, new LinePopulation(), TestObserver.After(6));
        run.Windows.Select(w => w.Index).ShouldBe([0, 1, 2, 3, 4, 5]);
        foreach (var (window, next) in run.Windows.Zip(run.Windows.Skip(1))) next.Start_ns.ShouldBe(window.End_ns);
        run.Windows.ShouldAllBe(w => w.End_ns - w.Start_ns >= plan.Window_ns);
        run.Windows.ShouldAllBe(w => w.ThreadCpu_ns.Length == 1 && w.ThreadCpu_ns[0] > 0 && w.LongestTurn_ns > 0);
    }

    [Fact]
    public void Little_holds_outstanding_time_is_the_sum_of_latencies()
    {
        using var server = new TestServer();
        var run = Run(Plan(server.Endpoint, 16), new LinePopulation(), TestObserver.AfterCorrect(20_000));
        var outstanding_ns = (double)run.Windows.Sum(w => w.Outstanding_ns);
        var latencies_ns = (double)run.Windows.Sum(w => w.LatencySum_ns);
        (latencies_ns / outstanding_ns).ShouldBe(1, 0.03);
        // Of a single window it is exact, once what its edges cut is put right.
        run.Windows.ShouldAllBe(w => w.LatencySum_ns + w.AgeGrowth_ns == w.Outstanding_ns);
        run.Windows.ShouldAllBe(w => w.Outstanding_ns <= 16 * (w.End_ns - w.Start_ns));
    }

    [Fact]
    public void An_operation_that_never_ends_makes_every_window_older_by_its_length()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Line = (_, _) => "silent" };
        var run = Run(Plan(server.Endpoint, 2), population, TestObserver.After(4));
        run.Windows.Skip(1).ShouldAllBe(w => w.AgeGrowth_ns == 2 * (w.End_ns - w.Start_ns));
    }

    [Fact]
    public void One_connection_for_every_operation_works_and_reads_to_the_end()
    {
        var greeting = new byte[300_000];
        using var server = new TestServer(greeting);
        var plan = Plan(server.Endpoint, 8, ConnectionUse.PerOperation) with { OperationTypeCount = 1 };
        var run = Run(plan, new GreetingPopulation(greeting.Length), TestObserver.AfterCorrect(300));
        Count(run, Outcome.Correct).ShouldBeGreaterThanOrEqualTo(300);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        run.Windows.Sum(w => w.BytesReceived).ShouldBeGreaterThanOrEqualTo(300L * greeting.Length);
        run.Windows.Sum(window => window.ClosingTime_ns).ShouldBePositive();
    }

    [Fact]
    public void Clients_are_dealt_out_to_the_generator_threads_in_turn()
    {
        using var server = new TestServer();
        LinePopulation[] populations = [new(), new()];
        var plan = Plan(server.Endpoint, 5) with { GeneratorCpus = [0, 0] };
        var run = new LoadEngine().Run(plan, populations, TestObserver.AfterCorrect(2000), default);
        populations[0].Created.ShouldBe([0, 2, 4]);
        populations[1].Created.ShouldBe([1, 3]);
        run.Windows.ShouldAllBe(w => w.ThreadCpu_ns.Length == 2);
        var byClient = Enumerable.Range(0, 5)
            .Select(client => run.ClientsByWindow.Sum(totals => totals[client].Correct)).ToList();
        byClient.ShouldAllBe(count => count > 0);
        byClient.Sum().ShouldBe(run.Windows.Sum(w => w.CorrectCount));
    }

    [Fact]
    public void Think_time_keeps_every_client_to_its_pace()
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 3) with { ThinkTime_us = 4000, Window_ns = 40_000_000 };
        var run = Run(plan, new LinePopulation(), TestObserver.After(4));
        foreach (var (window, clients) in run.Windows.Zip(run.ClientsByWindow))
        {
            var most = (window.End_ns - window.Start_ns) / 4_000_000 + 1;
            clients.ShouldAllBe(c => c.Correct <= most);
            window.Outstanding_ns.ShouldBeLessThan(3 * (window.End_ns - window.Start_ns));
        }

        run.Windows.Sum(w => w.CorrectCount).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_pause_inside_an_operation_is_waited_for_and_belongs_neither_to_its_latency_nor_to_time_outstanding()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Pause_us = 2000 };
        var run = Run(Plan(server.Endpoint, 2), population, TestObserver.AfterCorrect(20));
        population.Paused.ShouldBeGreaterThanOrEqualTo(20);
        run.Windows.SelectMany(w => w.Latency).Where(h => h.Count > 0).Min(h => h.Min_ns).ShouldBeLessThan(2_000_000);
        var paused_ns = 2_000_000 * run.Windows.Sum(w => w.CorrectCount);
        var all_ns = 2 * run.Windows.Sum(w => w.End_ns - w.Start_ns);
        run.Windows.Sum(w => w.Outstanding_ns).ShouldBeLessThan(all_ns - paused_ns + 2 * 2_000_000);
    }

    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    public void Steady_state_allocates_nothing(string loop)
    {
        using var server = new TestServer(loop: loop);
        var plan = Plan(server.Endpoint, 32) with { Window_ns = 100_000_000, Loop = loop };
        ShouldAllocateNothing(() => Run(plan, new LinePopulation(), AfterFirstWindow(10_000)));
    }

    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    public void A_connection_for_every_operation_allocates_nothing_in_steady_state_either(string loop)
    {
        using var server = new TestServer("hello"u8.ToArray(), loop);
        var plan = Plan(server.Endpoint, 16, ConnectionUse.PerOperation) with
        {
            OperationTypeCount = 1,
            Loop = loop,
            Window_ns = 100_000_000,
        };
        ShouldAllocateNothing(() => Run(plan, new GreetingPopulation(5), AfterFirstWindow(2000)));
    }

    [Fact]
    public void Five_thousand_clients_all_get_their_turn()
    {
        const int clients = 5000;
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, clients) with { Window_ns = 200_000_000 };
        var run = Run(plan, new LinePopulation(), TestObserver.AfterCorrect(10 * clients));
        run.ConnectedClients.ShouldBe(clients);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        for (var client = 0; client < clients; client++)
            run.ClientsByWindow.Sum(totals => totals[client].Correct).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_plan_that_makes_no_sense_is_refused()
    {
        var nobody = new IPEndPoint(IPAddress.Loopback, 9);
        foreach (var plan in new[]
        {
            Plan(nobody, 0),
            Plan(nobody, 1) with { Window_ns = 0 },
            Plan(nobody, 1) with { ThinkTime_us = -1 },
            Plan(nobody, 1) with { GeneratorCpus = [0, 1] },
        })
        {
            Should.Throw<ArgumentException>(() => Run(plan, new LinePopulation(), TestObserver.After(1)));
        }
    }
}
