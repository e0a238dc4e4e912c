using LoadHarness.Cli.Serving;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Cli.Serving;

public sealed class ConsoleSinkTests
{
    [Fact]
    public void The_first_line_comes_first_whatever_was_told_before()
    {
        var output = new StringWriter { NewLine = "\n" };
        using (var sink = new ConsoleSink(output, isQuiet: false, isTraced: false))
        {
            sink.Message("told before");
            sink.Begin("Listening");
            sink.Message("told after");
            sink.Trace("not asked for");
        }

        output.ToString().ShouldBe("Listening\ntold before\ntold after\n");
    }

    [Fact]
    public void Messages_of_a_server_that_never_listened_are_printed_at_the_end()
    {
        var output = new StringWriter { NewLine = "\n" };
        using (var sink = new ConsoleSink(output, isQuiet: false, isTraced: true)) sink.Trace("a trace");
        output.ToString().ShouldBe("a trace\n");
    }

    [Fact]
    public void Quiet_drops_messages_but_passes_events_on()
    {
        var output = new StringWriter();
        var events = new List<ServiceEvent>();
        using (var sink = new ConsoleSink(output, isQuiet: true, isTraced: false) { EventListener = events.Add })
        {
            sink.Message("not wanted");
            sink.Occurred(new ServiceEvent("checkpoint", 1, 2, 3));
        }

        output.ToString().ShouldBeEmpty();
        events.ShouldHaveSingleItem().Kind.ShouldBe("checkpoint");
    }

    [Fact]
    public void A_stuck_output_makes_nobody_wait_and_what_is_dropped_is_counted()
    {
        using var stuck = new StuckWriter();
        var sink = new ConsoleSink(stuck, isQuiet: false, isTraced: false);
        sink.Begin("Listening");
        // Twice what may wait: none of these calls may block.
        for (var i = 0; i < 200_001; i++) sink.Message("line");
        stuck.Release();
        sink.Dispose();
        stuck.WaitFor(text => text.Contains("lines dropped: the output is too slow", StringComparison.Ordinal));
    }
}
