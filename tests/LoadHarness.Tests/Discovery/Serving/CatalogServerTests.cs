using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Discovery.Records;
using LoadHarness.Discovery.Serving;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Serving;

public sealed class CatalogServerTests : IAsyncDisposable
{
    private readonly RecordingSink _events = new();
    private readonly ManualTime _time = new();
    private readonly CatalogServer _catalog;

    public CatalogServerTests() => _catalog = CatalogServer.Start(
        new CatalogOptions
        {
            Port = 0,
            Limits = new CatalogLimits { MaxConnections = 2, MaxHeadBytes = 1000, MaxUpdateBytes = 2000 },
        },
        _time, _events);

    public ValueTask DisposeAsync() => _catalog.DisposeAsync();

    [Fact]
    public async Task A_datagram_registers_a_service_that_a_query_lists()
    {
        SendDatagram("""{"type":"hashtable","project":"demo","port":1234}"""u8);
        await Registered("demo");
        var reply = await AskAsync("GET /query.json HTTP/1.0\r\n\r\n");
        reply.ShouldStartWith("HTTP/1.1 200 OK\nDate: ");
        reply.ShouldEndWith(""","type":"hashtable","project":"demo","port":1234}""" + "\n]\n");
        _events.Messages.ShouldContain(
            "Registered hashtable 'demo' at 127.0.0.1:1234:localhost", StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_tcp_update_on_the_next_port_registers_in_pieces_and_compressed()
    {
        await SendStreamAsync("{\"project\":\"pl"u8.ToArray(), "ain\",\"port\":1}"u8.ToArray());
        await Registered("plain");
        var zlib = new MemoryStream();
        using (var stream = new ZLibStream(zlib, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write("""{"project":"small"}"""u8);
        await SendStreamAsync([0x1a], zlib.ToArray());
        await Registered("small");
    }

    [Fact]
    public async Task A_sender_that_does_not_close_is_read_until_its_time_is_up()
    {
        var idle = _time.Waiting;
        var senders = new List<Socket>();
        // The clock may pass a sender before its bytes are read: another one follows then.
        for (var tries = 0; tries < 1000 && _catalog.Records.Live().Count == 0; tries++)
        {
            var sender = await ConnectAsync(_catalog.Endpoint.Port + 1);
            senders.Add(sender);
            await sender.SendAsync("""{"project":"open"}"""u8.ToArray());
            await Eventually.TrueAsync(
                () => _time.Waiting > idle || _catalog.Records.Live().Count > 0, "the sender is waited for, or read");
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        _catalog.Records.Projects().ShouldBe(["open"]);
        senders.ForEach(sender => sender.Dispose());
    }

    [Fact]
    public async Task Bad_updates_are_ignored_with_a_reason_and_the_next_one_counts()
    {
        SendDatagram("no update at all"u8);
        SendDatagram([]);
        SendDatagram(Encoding.ASCII.GetBytes($$"""{"a":"{{new string('x', 3000)}}"}"""));
        await SendStreamAsync(Encoding.ASCII.GetBytes($$"""{"a":"{{new string('x', 100_000)}}"}"""));
        SendDatagram("""{"project":"good"}"""u8);
        await Registered("good");
        _events.Traces.ShouldContain("ignored an update from 127.0.0.1: not a JSON object", StringComparer.Ordinal);
        _events.Traces.ShouldContain(
            "ignored an update from 127.0.0.1: longer than 2000 bytes", StringComparer.Ordinal);
        _catalog.Records.Live().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Requests_in_single_bytes_and_without_headers_are_answered()
    {
        using var client = await ConnectAsync(_catalog.Endpoint.Port);
        foreach (var one in "get http://x/query.text HTTP/1.0\n\n"u8.ToArray()) await client.SendAsync(new[] { one });
        (await ReadAllAsync(client)).ShouldEndWith("Content-type: text/plain\n\n");
    }

    [Theory]
    [InlineData("GET /query.json\r\n\r\n", "Invalid request line.")]
    [InlineData("hello", "Invalid request line.")]
    public async Task What_is_no_request_is_told_so(string request, string expected)
    {
        using var client = await ConnectAsync(_catalog.Endpoint.Port);
        await client.SendAsync(Encoding.ASCII.GetBytes(request));
        client.Shutdown(SocketShutdown.Send);
        (await ReadAllAsync(client)).ShouldEndWith($"\n\n{expected}\n");
    }

    [Fact]
    public async Task A_head_that_never_ends_is_cut_off() =>
        (await AskAsync("GET / HTTP/1.0\r\nX: " + new string('x', 1000)))
            .ShouldEndWith("\n\nThe request is too long.\n");

    [Fact]
    public async Task Idle_clients_hold_their_places_only_for_the_time_of_a_request()
    {
        using var first = await ConnectAsync(_catalog.Endpoint.Port);
        using var second = await ConnectAsync(_catalog.Endpoint.Port);
        await first.SendAsync("GET"u8.ToArray());
        using var third = await ConnectAsync(_catalog.Endpoint.Port);
        await third.SendAsync("GET /query.text HTTP/1.0\n\n"u8.ToArray());
        var reply = ReadAllAsync(third);
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return reply.IsCompleted;
            },
            "the third is answered");
        (await reply).ShouldStartWith("HTTP/1.1 200 OK\n");
    }

    [Fact]
    public async Task An_expired_service_is_told_once()
    {
        SendDatagram("""{"type":"hashtable","project":"gone","port":1,"lifetime":3}"""u8);
        await Registered("gone");
        _time.Advance(TimeSpan.FromSeconds(10));
        _catalog.Records.Live().ShouldBeEmpty();
        _events.Messages.Where(line => line.StartsWith("Expired", StringComparison.Ordinal))
            .ShouldBe(["Expired hashtable 'gone' at 127.0.0.1:1:localhost"]);
    }

    [Fact]
    public async Task Control_characters_of_a_sender_do_not_reach_the_terminal()
    {
        SendDatagram("""{"type":"\u001b[2J","project":"x\ny","port":1}"""u8);
        await Registered("x\ny");
        const string expected = "Registered .[2J 'x.y' at 127.0.0.1:1:localhost";
        await Told(expected);
    }

    [Fact]
    public void A_taken_port_is_an_error_and_leaves_nothing_open()
    {
        var options = new CatalogOptions { Port = _catalog.Endpoint.Port };
        Should.Throw<SocketException>(() => CatalogServer.Start(options, _time, SilentEventSink.Instance))
            .SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
    }

    private static async Task<string> ReadAllAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        for (var length = await socket.ReceiveAsync(buffer); length > 0; length = await socket.ReceiveAsync(buffer))
            text.Append(Encoding.ASCII.GetString(buffer, 0, length));
        return text.ToString();
    }

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    private Task Registered(string project) => Eventually.SeenAsync(
        () => Task.FromResult(_catalog.Records.Projects()), seen => seen.Contains(project, StringComparer.Ordinal),
        $"{project} is registered");

    private Task Told(string message) => Eventually.SeenAsync(
        () => Task.FromResult(_events.Messages), seen => seen.Contains(message, StringComparer.Ordinal),
        $"'{message}' is told");

    private void SendDatagram(ReadOnlySpan<byte> update)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SendTo(update, _catalog.Endpoint);
    }

    private async Task SendStreamAsync(params byte[][] pieces)
    {
        using var sender = await ConnectAsync(_catalog.Endpoint.Port + 1);
        sender.NoDelay = true;
        try
        {
            foreach (var piece in pieces) await sender.SendAsync(piece);
            sender.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The catalog may close on an update that is too long before all of it was sent.
        }
    }

    private async Task<string> AskAsync(string request)
    {
        using var client = await ConnectAsync(_catalog.Endpoint.Port);
        await client.SendAsync(Encoding.ASCII.GetBytes(request));
        return await ReadAllAsync(client);
    }
}
