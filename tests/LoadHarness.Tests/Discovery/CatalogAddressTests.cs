using LoadHarness.Discovery;

namespace LoadHarness.Tests.Discovery;

public class CatalogAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:9500", "127.0.0.1", 9500, "127.0.0.1:9500")]
    [InlineData(" catalog.example ", "catalog.example", 9097, "catalog.example:9097")]
    [InlineData("[::1]:1", "::1", 1, "[::1]:1")]
    [InlineData("[::1]", "::1", 9097, "[::1]:9097")]
    [InlineData("::1", "::1", 9097, "[::1]:9097")]
    public void Host_with_or_without_a_port_is_read_and_written(string text, string host, int port, string written)
    {
        var address = CatalogAddress.Parse(text);
        address.ShouldBe(new CatalogAddress(host, port));
        address.ToString().ShouldBe(written);
        address.TcpUpdatePort.ShouldBe(port + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":9097")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65535")]
    [InlineData("host:-1")]
    [InlineData("host:http")]
    [InlineData("http://host:9097")]
    [InlineData("[::1")]
    [InlineData("[::1]9097")]
    [InlineData("two words:1")]
    public void Anything_else_is_refused_with_an_example(string text) =>
        Should.Throw<DiscoveryException>(() => CatalogAddress.Parse(text)).Message.ShouldContain("e.g. 127.0.0.1:9097");
}
