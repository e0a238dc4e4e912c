using System.Globalization;
using System.Net;
using System.Text.Json;
using LoadHarness.Contracts.Serving;
using LoadHarness.Discovery.Announcing;
using LoadHarness.Discovery.Serving;
using LoadHarness.EndToEnd.Tests.Peers;

namespace LoadHarness.EndToEnd.Tests.Discovery;

/// <summary>The real tools, and clients as students write them, against our catalog.</summary>
public sealed class OurCatalogTests : IAsyncDisposable
{
    // As the course's clients do it: one socket, a bare request, the reply split at the last header line.
    private const string SplittingClient = """
        import json, socket, sys
        s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
        s.sendall(sys.argv[3].encode().decode("unicode_escape").encode())
        data = b""
        while True:
            part = s.recv(100)
            if not part:
                break
            data += part
        body = data.decode("ascii").split("Content-type: text/plain\n")[1]
        for record in json.loads(body):
            if record.get("type") == "hashtable" and record.get("project") == sys.argv[2]:
                print(record["address"], record["name"], record["port"])
        """;

    private readonly CatalogServer _catalog =
        CatalogServer.Start(new CatalogOptions { Port = 0 }, TimeProvider.System, SilentEventSink.Instance);

    private string Port => _catalog.Endpoint.Port.ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _catalog.DisposeAsync();

    [PeerFact("catalog_update")]
    public async Task The_real_update_tool_registers()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"type":"hashtable","port":77,"project":"by-tool"}""");
            await PeerProcess.RunAsync("catalog_update", "-c", $"127.0.0.1:{Port}", "-f", file);
            await RegisteredAsync(1);
            var record = _catalog.Records.Find("127.0.0.1:77:localhost").ShouldNotBeNull();
            record.TextOf("project").ShouldBe("by-tool");
            record.TextOf("version").ShouldNotBeNullOrEmpty();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [PeerFact("catalog_query")]
    public async Task The_real_query_tool_lists_all_and_some()
    {
        using var first = Announce("one", 1001);
        using var second = Announce("two", 1002);
        await RegisteredAsync(2);
        (await QueryAsync()).ShouldBe(["one", "two"], ignoreOrder: true);
        (await QueryAsync("-w", "type==\"hashtable\" && !(project==\"one\")")).ShouldBe(["two"]);
        (await QueryAsync("-w", "port<1002 || project==\"none\"")).ShouldBe(["one"]);
        (await QueryAsync("-w", "nosuch==1")).ShouldBeEmpty();
    }

    [PeerTheory("python3")]
    [InlineData(@"GET /query.json HTTP/1.0\r\n\r\n")]
    [InlineData(@"get /query.json HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData(@"GET http://127.0.0.1/query.json HTTP/1.1\n\n")]
    public async Task A_python_client_that_splits_at_the_last_header_line_finds_a_server(string request)
    {
        using var announcer = Announce("demo", 1003);
        await RegisteredAsync(1);
        var printed = await PeerProcess.RunAsync("python3", "-c", SplittingClient, Port, "demo", request);
        printed.ShouldBe("127.0.0.1 localhost 1003\n");
    }

    [PeerFact("python3")]
    public async Task Pythons_own_http_client_reads_the_listing()
    {
        using var announcer = Announce("demo", 1004);
        await RegisteredAsync(1);
        const string client = """
            import json, sys, urllib.request
            reply = urllib.request.urlopen("http://127.0.0.1:" + sys.argv[1] + "/query.json")
            print([record["port"] for record in json.load(reply)])
            """;
        (await PeerProcess.RunAsync("python3", "-c", client, Port)).ShouldBe("[1004]\n");
    }

    private Task RegisteredAsync(int servers) => Eventually.SeenAsync(
        () => Task.FromResult(_catalog.Records.Live().Count), count => count == servers, "all servers are registered");

    private Announcer Announce(string project, int port) => Announcer.Start(
        new Announcement("hashtable", project, "me", port), IPAddress.Loopback,
        new LoadHarness.Discovery.CatalogAddress("127.0.0.1", _catalog.Endpoint.Port), TimeProvider.System, _ => { });

    private async Task<IEnumerable<string>> QueryAsync(params string[] filter)
    {
        var printed = await PeerProcess.RunAsync("catalog_query", ["-c", $"127.0.0.1:{Port}", "-t", "20s", .. filter]);
        return JsonDocument.Parse(printed).RootElement.EnumerateArray()
            .Select(record => record.GetProperty("project").GetString()!);
    }
}
