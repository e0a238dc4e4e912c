using System.Net;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Tests.Experiments.Suts;

public sealed class TargetAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:6379", "127.0.0.1", 6379)]
    [InlineData("localhost:1", "localhost", 1)]
    [InlineData("[::1]:65535", "::1", 65535)]
    public void An_address_is_read_and_shown_as_it_was_written(string text, string host, int port)
    {
        var address = TargetAddress.TryParse(text);

        address.ShouldBe(new DnsEndPoint(host, port));
        TargetAddress.Show(address!).ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData(":80")]
    [InlineData("::1:80")]
    [InlineData("a b:80")]
    [InlineData("a:0")]
    [InlineData("a:65536")]
    [InlineData("a:-1")]
    [InlineData("a:http")]
    public void What_is_no_address_is_refused(string text) => TargetAddress.TryParse(text).ShouldBeNull();

    [Fact]
    public void A_number_needs_no_looking_up() =>
        TargetAddress.Resolve(new DnsEndPoint("127.0.0.1", 80)).ShouldBe(new IPEndPoint(IPAddress.Loopback, 80));
}
