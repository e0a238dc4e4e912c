using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Tests.Workloads.Resp;

public sealed class RespClientTests
{
    private static readonly RespWorkload _workload = new();

    [Theory]
    [InlineData("get", 64, 1)]
    [InlineData("set", 64, 1)]
    [InlineData("incr", 64, 1)]
    [InlineData("ping", 64, 1)]
    [InlineData("mixed", 64, 1)]
    [InlineData("command", 64, 1)]
    [InlineData("command", 64, 9)]
    [InlineData("get", 1, 16)]
    [InlineData("mixed", 5000, 7)]
    [InlineData("incr", 1, 100)]
    public void Every_stage_gets_right_answers_from_the_service(string stage, int valueSize, int pipeline)
    {
        var (run, population) = Run(stage, ("keys", 250), ("value-size", valueSize), ("pipeline", pipeline));
        run.Prepare();
        population.NeedsPreparation.ShouldBeFalse();
        for (var i = 0; i < 200; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    [Fact]
    public void Keys_are_loaded_once_and_again_when_the_server_was_replaced()
    {
        var (run, population) = Run("get", ("keys", 250));
        population.NeedsPreparation.ShouldBeTrue();
        run.Prepare().ShouldBe(3);
        run.Prepare().ShouldBe(0);
        population.ServerReplaced();
        run.Prepare().ShouldBe(3);
    }

    [Fact]
    public void What_was_not_loaded_is_loaded_later()
    {
        var (run, population) = Run("get", ("keys", 250));
        run.Abandon(Purpose.Prepare);
        run.Spoil = _ => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("-ERR\r\n", 200)));
        run.Abandon(Purpose.Prepare);
        run.Spoil = answer => answer;
        run.Prepare();
        population.NeedsPreparation.ShouldBeFalse();
        for (var i = 0; i < 500; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    [Theory]
    [InlineData("get", "$-1\r\n")]
    [InlineData("get", "-ERR no\r\n")]
    [InlineData("get", "$2\r\nxy\r\n")]
    [InlineData("set", "-ERR no\r\n")]
    [InlineData("set", "+OK\r\n+OK\r\n+OK\r\n")]
    [InlineData("ping", "+PING\r\n")]
    [InlineData("ping", "*0\r\n")]
    [InlineData("incr", "+OK\r\n")]
    [InlineData("incr", ":0\r\n")]
    public void Another_answer_is_wrong(string stage, string answer)
    {
        var (run, _) = Run(stage);
        run.Prepare();
        run.Spoil = _ => Encoding.ASCII.GetBytes(answer);
        run.Measure().ShouldBe(Outcome.WrongAnswer);
        run.Spoil = right => right;
        for (var i = 0; i < 10; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    [Fact]
    public void The_value_of_another_key_is_wrong()
    {
        var (run, _) = Run("get", ("keys", 2));
        run.Prepare();
        byte[]? before = null;
        run.Spoil = answer => before ??= answer;
        var outcomes = Enumerable.Range(0, 100).Select(_ => run.Measure()).ToList();
        outcomes.ShouldContain(Outcome.Correct);
        outcomes.ShouldContain(Outcome.WrongAnswer);
    }

    [Fact]
    public void A_counter_that_repeats_itself_is_wrong()
    {
        var (run, _) = Run("incr", clients: 1);
        run.Measure().ShouldBe(Outcome.Correct);
        run.Spoil = _ => ":1\r\n"u8.ToArray();
        run.Measure().ShouldBe(Outcome.WrongAnswer);
    }

    [Fact]
    public void One_wrong_answer_in_a_pipeline_makes_the_operation_wrong()
    {
        var (run, _) = Run("ping", ("pipeline", 3));
        run.Spoil = _ => "+PONG\r\n-ERR\r\n+PONG\r\n"u8.ToArray();
        run.Measure().ShouldBe(Outcome.WrongAnswer);
    }

    [Fact]
    public void The_service_counts_every_command_of_a_pipeline()
    {
        var settings = SocketlessRun.Settings(_workload, ("pipeline", 16));
        using var service = _workload.CreateService(settings, SilentEventSink.Instance);
        var run = new SocketlessRun(
            service, _workload.CreatePopulation(settings, "ping", PopulationShare.Whole, seed: 1));
        for (var i = 0; i < 10; i++) run.Measure().ShouldBe(Outcome.Correct);
        service.OperationCount.ShouldBe(10 * _workload.ServedPerOperation(settings, "ping"));
    }

    [Fact]
    public void Shares_load_all_keys_between_them()
    {
        var settings = SocketlessRun.Settings(_workload, ("keys", 101));
        using var service = _workload.CreateService(settings, SilentEventSink.Instance);
        var runs = Enumerable.Range(0, 3).Select(i => new SocketlessRun(
            service, _workload.CreatePopulation(settings, "get", new PopulationShare(i, 3), seed: 1))).ToList();
        foreach (var run in runs) run.Prepare();
        foreach (var run in runs)
        {
            for (var i = 0; i < 300; i++) run.Measure().ShouldBe(Outcome.Correct);
        }
    }

    [Theory]
    [InlineData("", "*1\r\n+x\r\n", Outcome.Correct)]
    [InlineData("", "-ERR unknown command\r\n", Outcome.WrongAnswer)]
    [InlineData(":1", ":1\r\n", Outcome.Correct)]
    [InlineData(":1", ":0\r\n", Outcome.WrongAnswer)]
    [InlineData(@"$2\r\nab", "$2\r\nab\r\n", Outcome.Correct)]
    public void The_reply_to_a_command_begins_as_it_was_told(string start, string reply, Outcome outcome)
    {
        var (run, _) = Run("command", ("command", "LPUSH list x"), ("reply-start", start));
        run.Spoil = _ => Encoding.ASCII.GetBytes(reply);
        run.Measure().ShouldBe(outcome);
        Encoding.ASCII.GetString(run.LastRequest).ShouldBe("*3\r\n$5\r\nLPUSH\r\n$4\r\nlist\r\n$1\r\nx\r\n");
    }

    [Fact]
    public void A_get_is_sent_as_an_array_of_bulk_strings()
    {
        var (run, _) = Run("get", ("keys", 1));
        run.Prepare();
        run.Measure();
        Encoding.ASCII.GetString(run.LastRequest).ShouldBe("*2\r\n$3\r\nGET\r\n$5\r\nkey:0\r\n");
    }

    private static (SocketlessRun Run, IClientPopulation Population) Run(
        string stage, params (string Name, object Value)[] given) => Run(stage, 3, given);

    private static (SocketlessRun Run, IClientPopulation Population) Run(
        string stage, int clients, params (string Name, object Value)[] given)
    {
        var settings = SocketlessRun.Settings(_workload, given);
        var population = _workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
        return (new SocketlessRun(_workload.CreateService(settings, SilentEventSink.Instance), population, clients),
            population);
    }
}
