using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Memcached;

namespace LoadHarness.Tests.Workloads.Memcached;

public sealed class MemcachedClientTests
{
    private static readonly MemcachedWorkload _workload = new();

    [Theory]
    [InlineData("get", 64)]
    [InlineData("set", 64)]
    [InlineData("mixed", 64)]
    [InlineData("get", 1)]
    [InlineData("set", 100_000)]
    [InlineData("get", 100_000)]
    public void Every_stage_gets_right_answers_from_the_service(string stage, int valueSize)
    {
        var (run, population) = Run(stage, ("keys", 250), ("value-size", valueSize));
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
        run.Spoil = _ => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("ERROR\r\n", 200)));
        run.Abandon(Purpose.Prepare);
        run.Spoil = answer => answer;
        run.Prepare();
        population.NeedsPreparation.ShouldBeFalse();
        for (var i = 0; i < 500; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    [Theory]
    [InlineData("get", "END\r\n")]
    [InlineData("get", "ERROR\r\n")]
    [InlineData("get", "SERVER_ERROR busy\r\n")]
    [InlineData("get", "VALUE key:0 0 2\r\nxy\r\nEND\r\n")]
    [InlineData("get", "VALUE key:0 0 x\r\nxy\r\nEND\r\n")]
    [InlineData("get", "VALUE key:0 0 99999999999\r\nxy\r\nEND\r\n")]
    [InlineData("set", "NOT_STORED\r\n")]
    [InlineData("set", "STORED\r\nSTORED\r\nSTORED\r\n")]
    [InlineData("set", "SERVER_ERROR out of memory storing object\r\n")]
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
    public void A_line_without_end_is_wrong()
    {
        var (run, _) = Run("set");
        run.Spoil = _ => new byte[5000];
        run.Measure().ShouldBe(Outcome.WrongAnswer);
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
    public void The_same_value_under_the_name_of_another_key_is_wrong()
    {
        var (run, _) = Run("get", ("keys", 1));
        run.Prepare();
        run.Spoil = answer => Encoding.ASCII.GetBytes(
            Encoding.ASCII.GetString(answer).Replace("key:0", "key:1", StringComparison.Ordinal));
        run.Measure().ShouldBe(Outcome.WrongAnswer);
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
    [InlineData("get", "get key:0\r\n")]
    [InlineData("set", "set key:0 0 0 3\r\nabc\r\n")]
    public void Requests_are_lines_of_the_text_protocol(string stage, string request)
    {
        var (run, _) = Run(stage, ("keys", 1), ("value-size", 3));
        run.Prepare();
        run.Measure();
        Encoding.ASCII.GetString(run.LastRequest).ShouldBe(request);
    }

    [Theory]
    [InlineData("get", "VALUE key:0 0 3\r\nabc\r\nEND\r\n")]
    [InlineData("set", "STORED\r\n")]
    public void An_operation_allocates_nothing(string stage, string answer)
    {
        var settings = SocketlessRun.Settings(_workload, ("keys", 1), ("value-size", 3));
        var client = _workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1).CreateClient(0);
        var request = new ArrayBufferWriter<byte>(4096);
        var input = Encoding.ASCII.GetBytes(answer);
        for (var round = 0; round < 3; round++)
        {
            var right = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                request.ResetWrittenCount();
                client.Begin(Purpose.Measure, request);
                var step = client.Receive(input, end: false, request);
                if (step is { Next: ClientNext.Complete, Outcome: Outcome.Correct }) right++;
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            right.ShouldBe(1000);
            if (allocated == 0) return;
        }

        Assert.Fail("every round allocated");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(90, 850, 950)]
    [InlineData(100, 1000, 1000)]
    public void The_mixed_stage_reads_as_often_as_it_is_told_to(int share, int fewest, int most)
    {
        var settings = SocketlessRun.Settings(_workload, ("keys", 10), ("get-share", share));
        var client = _workload.CreatePopulation(settings, "mixed", PopulationShare.Whole, seed: 1).CreateClient(0);
        var request = new ArrayBufferWriter<byte>();
        var gets = 0;
        for (var i = 0; i < 1000; i++)
        {
            client.Begin(Purpose.Measure, request);
            if (client.OperationType == 0) gets++;
        }

        gets.ShouldBeInRange(fewest, most);
    }

    private static (SocketlessRun Run, IClientPopulation Population) Run(
        string stage, params (string Name, object Value)[] given)
    {
        var settings = SocketlessRun.Settings(_workload, given);
        var population = _workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
        return (new SocketlessRun(_workload.CreateService(settings, SilentEventSink.Instance), population),
            population);
    }
}
