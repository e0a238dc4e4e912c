using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Tests.Workloads.Resp;

public sealed class RespClientTests() : PipelinedClientContract(_workload, "-ERR\r\n")
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
    public void Every_stage_gets_right_answers_from_the_service(string stage, int valueSize, int pipeline) =>
        ShouldBeRight(stage, ("keys", 250), ("value-size", valueSize), ("pipeline", pipeline));

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
    public void Another_answer_is_wrong(string stage, string answer) => ShouldBeWrong(stage, answer);

    [Fact]
    public void A_counter_that_repeats_itself_is_wrong()
    {
        var (run, _) = Run("incr");
        for (var client = 0; client < 3; client++) run.Measure().ShouldBe(Outcome.Correct);
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

    [Theory]
    [InlineData("get", "$3\r\nabc\r\n", 1)]
    [InlineData("set", "+OK\r\n+OK\r\n", 2)]
    [InlineData("ping", "+PONG\r\n+PONG\r\n+PONG\r\n", 3)]
    public void An_operation_allocates_nothing(string stage, string answer, int pipeline) =>
        ShouldAllocateNothing(stage, answer, ("keys", 1), ("value-size", 3), ("pipeline", pipeline));
}
