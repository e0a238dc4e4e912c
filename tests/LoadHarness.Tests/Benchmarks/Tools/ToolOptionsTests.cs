using LoadHarness.Benchmarks.Tools;

namespace LoadHarness.Tests.Benchmarks.Tools;

public sealed class ToolOptionsTests
{
    [Fact]
    public void Everything_has_a_default()
    {
        var options = ToolOptions.Parse([]);
        (options.Rounds, options.Seconds, options.WarmUp).ShouldBe((7, 3, 1));
        options.Connections.ShouldBe([1, 16, 64, 256, 1024]);
    }

    [Fact]
    public void Values_are_read()
    {
        var options = ToolOptions.Parse(
            ["rounds=3", "seconds=0.5", "connections=1,64", "servers=redis", "results=here", "delay=2"]);
        (options.Rounds, options.Seconds, options.Results, options.Delay_ms).ShouldBe((3, 0.5, "here", 2));
        options.Connections.ShouldBe([1, 64]);
        options.Servers.ShouldBe(["redis"]);
    }

    [Theory]
    [InlineData("rounds")]
    [InlineData("rounds=0")]
    [InlineData("rounds=x")]
    [InlineData("seconds=-1")]
    [InlineData("connections=1,,2")]
    [InlineData("unknown=1")]
    public void What_makes_no_sense_is_refused(string argument) =>
        Should.Throw<FormatException>(() => ToolOptions.Parse([argument]));
}
