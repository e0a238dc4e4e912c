using LoadHarness.Benchmarks.Connections;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Benchmarks.Connections;

public sealed class HoldLineTests
{
    [Fact]
    public void What_a_generator_tells_is_read_back() => InCulture.WithComma(() =>
    {
        var line = new HoldLine(19_000, 114_000, 1, 50_000_000, 80_000_000);
        HoldLine.TryParse(line.ToString()).ShouldBe(line);
        return true;
    });

    [Theory]
    [InlineData("")]
    [InlineData(ConnectionHolder.Connected)]
    [InlineData("held 1 2 3")]
    public void Other_lines_are_left_alone(string line) => HoldLine.TryParse(line).ShouldBeNull();

    [Fact]
    public void Options_are_read_and_nonsense_is_refused()
    {
        var options = HoldOptions.Parse(["model=prefork", "connections=50000", "generators=3", "seconds=5"]);
        (options.Model, options.Connections, options.Generators, options.Seconds).ShouldBe(("prefork", 50_000, 3, 5));
        Should.Throw<FormatException>(() => HoldOptions.Parse(["connections=many"]));
        Should.Throw<FormatException>(() => HoldOptions.Parse(["colour=red"]));
    }
}
