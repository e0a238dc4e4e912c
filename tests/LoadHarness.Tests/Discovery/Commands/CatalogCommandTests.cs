using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.Cli.Discovery;

namespace LoadHarness.Tests.Discovery.Commands;

public class CatalogCommandTests
{
    [Fact]
    public async Task It_says_where_it_listens_and_ends_well_when_interrupted()
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        using var interrupt = new CancellationTokenSource();
        var running = CatalogCommand.Create().Parse("--port 0 --quiet").InvokeAsync(
            new InvocationConfiguration { Output = TextWriter.Synchronized(output) }, interrupt.Token);
        await Eventually.TrueAsync(() => output.ToString().Length > 0, "it says something");
        output.ToString().ShouldStartWith("Catalog listening on 127.0.0.1:");
        await interrupt.CancelAsync();
        (await running).ShouldBe(0);
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_line()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var endpoint = other.LocalEndPoint!.ToString();
        var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CatalogCommand.Create()
            .Parse(string.Create(CultureInfo.InvariantCulture, $"--port {((IPEndPoint)other.LocalEndPoint).Port}"))
            .InvokeAsync(new InvocationConfiguration { Error = error });
        code.ShouldBe((int)ExitCode.PortInUse);
        error.ToString().ShouldStartWith($"cannot listen on {endpoint}: the port is in use");
    }

    [Theory]
    [InlineData("--port 65535", "--port 65535: expected 0 to 65534")]
    [InlineData("--port -1", "--port -1: expected 0 to 65534")]
    [InlineData("--host nowhere", "--host nowhere: expected an address")]
    [InlineData("--lifetime 0", "--lifetime 0: expected 1 s to 365 days")]
    [InlineData("--lifetime 5x", "--lifetime 5x: expected")]
    public void Wrong_options_are_told_with_what_would_be_right(string line, string expected) =>
        CatalogCommand.Create().Parse(line).Errors.ShouldHaveSingleItem().Message.ShouldStartWith(expected);

    [Theory]
    [InlineData("900s", 900)]
    [InlineData("900", 900)]
    [InlineData("15min", 900)]
    [InlineData("15m", 900)]
    [InlineData("1.5h", 5400)]
    [InlineData("1s", 1)]
    public void A_lifetime_may_be_written_in_several_units(string text, double expected_s)
    {
        LifetimeText.Read(text).ShouldNotBeNull().TotalSeconds.ShouldBe(expected_s);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("0.5s")]
    [InlineData("1,5h")]
    [InlineData("1e3")]
    [InlineData("9000h")]
    public void Anything_else_is_no_lifetime(string text) => LifetimeText.Read(text).ShouldBeNull();
}
