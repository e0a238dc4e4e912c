using System.Runtime.InteropServices;
using LoadHarness.Cli.Serving;

namespace LoadHarness.Tests.Cli.Serving;

public sealed class ServerSignalsTests
{
    [Fact]
    public void The_first_request_asks_to_stop_and_the_second_is_left_to_end_the_process()
    {
        var stops = 0;
        using var signals = new ServerSignals(() => stops++);
        var (first, second) = (new PosixSignalContext(PosixSignal.SIGINT), new PosixSignalContext(PosixSignal.SIGTERM));

        signals.Received(first);
        signals.Received(second);

        stops.ShouldBe(1);
        first.Cancel.ShouldBeTrue();
        second.Cancel.ShouldBeFalse();
    }
}
