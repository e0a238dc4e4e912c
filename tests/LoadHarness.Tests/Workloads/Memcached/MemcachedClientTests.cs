using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Memcached;

namespace LoadHarness.Tests.Workloads.Memcached;

public sealed class MemcachedClientTests() : PipelinedClientContract(new MemcachedWorkload(), "ERROR\r\n")
{
    [Theory]
    [InlineData("get", 64)]
    [InlineData("set", 64)]
    [InlineData("mixed", 64)]
    [InlineData("get", 1)]
    [InlineData("set", 100_000)]
    [InlineData("get", 100_000)]
    public void Every_stage_gets_right_answers_from_the_service(string stage, int valueSize) =>
        ShouldBeRight(stage, ("keys", 250), ("value-size", valueSize));

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
    public void Another_answer_is_wrong(string stage, string answer) => ShouldBeWrong(stage, answer);

    [Fact]
    public void A_line_without_end_is_wrong()
    {
        var (run, _) = Run("set");
        run.Spoil = _ => new byte[5000];
        run.Measure().ShouldBe(Outcome.WrongAnswer);
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
    public void An_operation_allocates_nothing(string stage, string answer) =>
        ShouldAllocateNothing(stage, answer, ("keys", 1), ("value-size", 3));
}
