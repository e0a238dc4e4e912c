using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Tests.Platform.Network;

namespace LoadHarness.Tests.Engine;

public sealed class LoadEngineFailureTests : LoadEngineTestBase
{
    [Theory]
    [InlineData("wrong", Outcome.WrongAnswer)]
    [InlineData("reset", Outcome.Reset)]
    [InlineData("half", Outcome.Reset)]
    [InlineData("silent", Outcome.Timeout)]
    public void An_operation_that_fails_is_counted_by_its_outcome_and_the_client_goes_on(string line, Outcome outcome)
    {
        using var server = new TestServer();
        var population = new LinePopulation { Line = (_, n) => n % 2 == 0 ? "hello" : line };
        // The limit is generous, so that on a busy machine no other operation exceeds it.
        var plan = Plan(server.Endpoint, 3) with { OperationTimeout_us = 500_000 };
        var run = Run(plan, population, TestObserver.AfterErrors(6));
        Count(run, outcome).ShouldBeGreaterThanOrEqualTo(6);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(Count(run, outcome));
        run.ClientsByWindow.Sum(totals => totals.Sum(c => c.Errors)).ShouldBe(Count(run, outcome));
        run.Windows.Sum(w => w.Ended[1].Skip(1).Sum()).ShouldBe(Count(run, outcome), "the failing ones are of type 1");
        Count(run, Outcome.Correct).ShouldBeGreaterThan(0);
        run.Windows.ShouldAllBe(w => w.Outstanding_ns >= 0 && w.Outstanding_ns <= 3 * (w.End_ns - w.Start_ns));
    }

    [Theory]
    [InlineData("wrong", false)]
    [InlineData("reset", true)]
    [InlineData("silent", true)]
    public void A_client_is_told_to_abandon_what_the_engine_ended_and_not_what_it_judged_itself(string line,
        bool isAbandoned)
    {
        using var server = new TestServer();
        var population = new LinePopulation { Line = (_, _) => line };
        var limit_us = string.Equals(line, "silent", StringComparison.Ordinal) ? 10_000 : 10_000_000;
        var run = Run(Plan(server.Endpoint, 2) with { OperationTimeout_us = limit_us }, population,
            TestObserver.AfterErrors(6));
        var counted = (int)run.Windows.Sum(w => w.ErrorCount);
        if (isAbandoned) population.Abandoned.ShouldBe(population.Begun);
        else population.Abandoned.ShouldBeLessThanOrEqualTo(2, "only what was outstanding at the end");
        population.Begun.ShouldBeGreaterThanOrEqualTo(counted);
    }

    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    [InlineData("portable")]
    public void A_connect_to_nobody_is_refused_operation_by_operation(string loop)
    {
        using var nobody = new ReservedEndpoint();
        var plan = Plan(nobody.Endpoint, 2, ConnectionUse.PerOperation) with { Loop = loop };
        var run = Run(plan, new LinePopulation(), TestObserver.AfterErrors(10));
        Count(run, Outcome.Refused).ShouldBe(run.Windows.Sum(w => w.ErrorCount));
    }

    [Fact]
    public void A_connect_that_fails_otherwise_is_counted_apart()
    {
        // TCP to the broadcast address of the loopback network is refused by the system itself.
        var plan = Plan(new IPEndPoint(IPAddress.Parse("127.255.255.255"), 9), 2, ConnectionUse.PerOperation);
        var run = Run(plan, new LinePopulation(), TestObserver.AfterErrors(10));
        Count(run, Outcome.ConnectFailed).ShouldBe(run.Windows.Sum(w => w.ErrorCount));
    }

    [Fact]
    public void No_client_connected_means_that_the_server_is_not_there()
    {
        using var nobody = new ReservedEndpoint();
        var observer = TestObserver.After(1);
        var run = Run(Plan(nobody.Endpoint, 4), new LinePopulation(), observer);
        run.End.ShouldBe(RunEnd.ServerUnreachable);
        run.Windows.ShouldBeEmpty();
        observer.StartedCount.ShouldBe(0);
    }

    [Fact]
    public void A_server_that_ends_the_connection_after_each_answer_costs_reconnects_and_no_lost_count()
    {
        using var server = new TestServer();
        var plan = Plan(server.Endpoint, 2) with { ThinkTime_us = 1000 };
        var run = Run(plan, new LinePopulation { Line = (_, _) => "bye" }, TestObserver.AfterCorrect(20));
        Count(run, Outcome.Correct).ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public void A_connection_that_ended_with_its_answer_is_replaced_without_an_error()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Line = (_, _) => "bye", ReadsToTheEnd = true };
        var run = Run(Plan(server.Endpoint, 2), population, TestObserver.AfterCorrect(50));
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        var answers = 4 * run.Windows.Sum(w => w.CorrectCount);
        run.Windows.Sum(w => w.BytesReceived)
            .ShouldBeInRange(answers, answers + 2 * 4, "bytes that are passed again count once");
    }

    [Fact]
    public void The_time_limit_of_an_operation_does_not_count_its_pause()
    {
        using var server = new TestServer();
        var population = new LinePopulation { Pause_us = 100_000 };
        var run = Run(Plan(server.Endpoint, 2) with { OperationTimeout_us = 30_000 }, population,
            TestObserver.AfterCorrect(4));
        population.Paused.ShouldBeGreaterThanOrEqualTo(4);
        run.Windows.Sum(w => w.CorrectCount).ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void A_server_that_goes_away_is_counted_as_resets_and_refusals()
    {
        using var server = new TestServer();
        ReservedEndpoint? nobody = null;
        TestObserver observer = null!;
        observer = new TestObserver(o => o.Windows.Sum(w => w.Ended.Sum(e => e[(int)Outcome.Refused])) > 0)
        {
            OnWindow = () =>
            {
                if (observer.Correct == 0) return;
                server.Dispose();
                nobody ??= new ReservedEndpoint(server.Endpoint.Port);
            },
        };
        try
        {
            var run = Run(Plan(server.Endpoint, 2), new LinePopulation(), observer);
            Count(run, Outcome.Correct).ShouldBeGreaterThan(0);
            Count(run, Outcome.Reset).ShouldBe(2);
        }
        finally
        {
            nobody?.Dispose();
        }
    }

    [Fact]
    public void A_virtual_client_that_breaks_its_contract_ends_the_run_with_its_fault()
    {
        using var server = new TestServer();
        var population = new LinePopulation
        {
            Line = (_, n) => n < 5
            ? "hello" : throw new InvalidOperationException("broken client")
        };
        Should.Throw<AggregateException>(() => Run(Plan(server.Endpoint, 2), population, TestObserver.After(100)))
            .InnerExceptions[0].Message.ShouldBe("broken client");
    }

    [Fact]
    public void An_observer_that_throws_ends_the_run_and_its_threads()
    {
        using var server = new TestServer();
        var observer = new TestObserver(_ => throw new InvalidOperationException("broken observer"));
        Should.Throw<InvalidOperationException>(() => Run(Plan(server.Endpoint, 2), new LinePopulation(), observer))
            .Message.ShouldBe("broken observer");
    }
}
