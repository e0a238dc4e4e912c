using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Announcing;
using LoadHarness.EndToEnd.Tests.Peers;

namespace LoadHarness.EndToEnd.Tests.Discovery;

/// <summary>Our announcer and locator against the real name server.</summary>
public sealed class RealCatalogTests
{
    private static readonly Announcement Announcement =
        new("hashtable", "me-a4-test5", "me", 41234) { Service = "hashtable", Model = "select", Version = "0.1.0" };

    [PeerFact("catalog_server")]
    public async Task A_server_we_announce_is_found_by_name()
    {
        await using var catalog = await RealCatalog.StartAsync();
        using var announcer = Announce(Announcement, catalog.Address);
        (await Finding.UntilListedAsync(catalog.Address, "me-a4-test5")).ShouldBe("127.0.0.1:41234");
        (await Finding.OnceAsync(catalog.Address, "me-a4-test")).ShouldBeEmpty();
    }

    [PeerFact("catalog_server")]
    public async Task A_large_announcement_arrives_compressed_over_tcp()
    {
        await using var catalog = await RealCatalog.StartAsync();
        var project = string.Concat(Enumerable.Repeat("long+name&<\"quoted\">\\", 100));
        using var announcer = Announce(Announcement with { Project = project }, catalog.Address);
        (await Finding.UntilListedAsync(catalog.Address, project)).ShouldBe("127.0.0.1:41234");
    }

    [PeerFact("catalog_server")]
    public async Task A_stale_record_comes_last_and_others_traps_do_not_hide_ours()
    {
        await using var catalog = await RealCatalog.StartAsync();
        Send(
            catalog.Address,
            """{"type":"hashtable","port":1,"project":"demo","owner":"o'neil","lastheardfrom":99999999999}""");
        (await Finding.UntilListedAsync(catalog.Address, "demo")).ShouldBe("127.0.0.1:1");
        Send(catalog.Address, """{"type":"hashtable","project":"demo"}""");
        Send(catalog.Address, """{"type":"hashtable","port":"x","project":"demo","uuid":"u"}""");
        Send(catalog.Address, """{"port":2}""");
        await Eventually.TrueAsync(SecondHasPassed(), "the next update has a later time");
        using var announcer = Announce(Announcement with { Project = "demo" }, catalog.Address);
        await Eventually.SeenAsync(
            () => Finding.OnceAsync(catalog.Address, "demo"), found => found.Count == 2, "both servers are listed");
        string.Join(' ', await Finding.OnceAsync(catalog.Address, "demo")).ShouldBe("127.0.0.1:41234 127.0.0.1:1");
    }

    private static Announcer Announce(Announcement announcement, CatalogAddress catalog) =>
        Announcer.Start(
            announcement, IPAddress.Loopback, catalog, TimeProvider.System, problem => problem.ShouldBeEmpty());

    private static void Send(CatalogAddress catalog, string update)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SendTo(Encoding.ASCII.GetBytes(update), new IPEndPoint(IPAddress.Loopback, catalog.Port));
    }

    /// <summary>
    /// The catalog's clock, time(2), goes by the kernel's tick and may be some ms behind ours: a tenth more is safe.
    /// </summary>
    private static Func<bool> SecondHasPassed()
    {
        var end = TimeProvider.System.GetUtcNow().AddSeconds(1.1);
        return () => TimeProvider.System.GetUtcNow() > end;
    }
}
