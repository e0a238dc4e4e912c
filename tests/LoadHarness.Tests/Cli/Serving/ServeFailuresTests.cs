using System.Net;
using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.Cli.Serving;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Cli.Serving;

public sealed class ServeFailuresTests
{
    public static TheoryData<Exception, ExitCode> Causes => new()
    {
        { new UnauthorizedAccessException(), ExitCode.NoPermission },
        { new IOException("", 28), ExitCode.DiskFull },
        { new IOException("", 30), ExitCode.NoPermission },
        { Activator.CreateInstance<ArgumentOutOfRangeException>(), ExitCode.DiskFull },
        { new IOException("", 5), ExitCode.StorageUnusable },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void The_cause_of_lost_durability_decides_the_exit_code(Exception cause, ExitCode expected)
    {
        var first = new DurabilityException("cannot write table.txn: why", cause);
        var failure = ServeFailures.OfServing(new DurabilityException(first.Message, first));
        failure.ShouldBe(new CommandFailure(expected, "cannot write table.txn: why"));
    }

    [Fact]
    public void A_low_port_without_permission_says_what_would_be_right()
    {
        var failure = ServeFailures.OfListening(
            new IPEndPoint(IPAddress.Loopback, 80), new SocketException((int)SocketError.AccessDenied));
        failure.Code.ShouldBe(ExitCode.NoPermission);
        failure.Line.ShouldStartWith("cannot listen on 127.0.0.1:80: no permission; ports below 1024");
    }

    [Fact]
    public void Anything_else_is_a_defect() =>
        ServeFailures.OfServing(new InvalidOperationException("what?")).Code.ShouldBe(ExitCode.Defect);
}
