using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class OutputTailTests
{
    [Fact]
    public void Only_the_last_lines_are_kept_and_long_ones_cut()
    {
        var tail = new OutputTail(capacity: 2);

        foreach (var line in new[] { "one", "two", null, " ", new string('x', 2000) }) tail.Add(line);

        tail.Lines.ShouldBe(["two", new string('x', 1000)]);
    }
}
