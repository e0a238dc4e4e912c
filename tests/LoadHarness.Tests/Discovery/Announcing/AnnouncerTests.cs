using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Announcing;
using LoadHarness.Discovery.Serving;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Announcing;

public class AnnouncerTests
{
    private static readonly Announcement Valid = new("hashtable", "demo", "me", 1234);

    private readonly ManualTime _time = new();
    private readonly List<string> _problems = [];

    [Fact]
    public void An_update_goes_out_at_the_start_and_every_minute_until_it_is_disposed()
    {
        using var catalog = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        catalog.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        catalog.ReceiveTimeout = 30_000;
        using (Start(Valid, ((IPEndPoint)catalog.LocalEndPoint!).Port))
        {
            Receive(catalog).ShouldBe("""{"type":"hashtable","owner":"me","project":"demo","port":1234}""");
            _time.Advance(TimeSpan.FromSeconds(59));
            catalog.Available.ShouldBe(0);
            _time.Advance(TimeSpan.FromSeconds(1));
            Receive(catalog).ShouldNotBeEmpty();
            _time.Advance(TimeSpan.FromMinutes(2));
            Receive(catalog).ShouldNotBeEmpty();
            Receive(catalog).ShouldNotBeEmpty();
        }

        _time.Advance(TimeSpan.FromMinutes(5));
        catalog.Available.ShouldBe(0);
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_update_reaches_a_catalog_over_tcp()
    {
        await using var catalog = CatalogServer.Start(
            new CatalogOptions { Port = 0 }, TimeProvider.System, new RecordingSink());
        var project = new string('x', 2000);
        using var announcer = Start(Valid with { Project = project }, catalog.Endpoint.Port);
        await Eventually.SeenAsync(
            () => Task.FromResult(catalog.Records.Projects()), seen => seen.Any(), "the update has arrived");
        catalog.Records.Projects().ShouldBe([project]);
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_catalog_that_cannot_be_reached_is_told_once_and_tried_again_every_minute()
    {
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)nobody.LocalEndPoint!).Port;
        using var announcer = Start(Valid with { Project = new string('x', 2000) }, port - 1);
        var expected = string.Create(
            CultureInfo.InvariantCulture, $"catalog 127.0.0.1:{port - 1}: the update was not sent (");
        _problems.ShouldHaveSingleItem().ShouldStartWith(expected);
        _time.Advance(TimeSpan.FromMinutes(3));
        _problems.ShouldHaveSingleItem();
        nobody.Listen();
        _time.Advance(TimeSpan.FromMinutes(1));
        nobody.Poll(TimeSpan.FromSeconds(30), SelectMode.SelectRead).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_sent_of_an_announcement_that_is_wrong() =>
        Should.Throw<DiscoveryException>(() => Start(Valid with { Owner = "\u00e9" }, 1))
            .Message.ShouldContain("owner has");

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.1.1 ::1", true)]
    [InlineData("0.0.0.0", "127.0.0.1", true)]
    [InlineData("0.0.0.0", "192.0.2.1", true)]
    [InlineData("192.0.2.7", "192.0.2.1", true)]
    [InlineData("127.0.0.1", "192.0.2.1", false)]
    [InlineData("::1", "192.0.2.1", false)]
    [InlineData("127.0.0.1", "127.0.0.1 192.0.2.1", false)]
    public void A_server_on_loopback_is_offered_only_on_this_machine(string server, string catalog, bool allowed)
    {
        var addresses = catalog.Split(' ').Select(IPAddress.Parse).ToList();
        var address = new CatalogAddress("catalog.example", 9097);
        var check = () => ReachRule.Check(IPAddress.Parse(server), address, addresses);
        if (allowed) check.ShouldNotThrow();
        else check.ShouldThrow<DiscoveryException>().Message.ShouldContain("--host 0.0.0.0");
    }

    private static string Receive(Socket catalog)
    {
        var buffer = new byte[65_535];
        return Encoding.ASCII.GetString(buffer, 0, catalog.Receive(buffer));
    }

    private Announcer Start(Announcement announcement, int port) =>
        Announcer.Start(announcement, IPAddress.Loopback, new CatalogAddress("127.0.0.1", port), _time, _problems.Add);
}
