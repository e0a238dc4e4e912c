using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Benchmarks.Tools.Servers;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Tests.Benchmarks.Tools;

public sealed class DelayServerTests
{
    private const string Ping = "*1\r\n$4\r\nPING\r\n";
    private const long Delay_ns = 2_000_000;

    [Theory]
    [InlineData(Ping, DelayRequest.Kind.Ping)]
    [InlineData("*2\r\n$4\r\ninfo\r\n$5\r\nstats\r\n", DelayRequest.Kind.Info)]
    [InlineData("*3\r\n$6\r\nCONFIG\r\n$3\r\nGET\r\n$4\r\nsave\r\n", DelayRequest.Kind.Other)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", DelayRequest.Kind.Get)]
    public void A_request_is_found_when_it_is_whole(string text, object kind)
    {
        var request = Encoding.ASCII.GetBytes(text);
        for (var length = 0; length < request.Length; length++)
            DelayRequest.Read(request.AsSpan(0, length), out _).ShouldBe(DelayRequest.Kind.Incomplete);
        DelayRequest.Read([.. request, .. "*1"u8], out var used).ShouldBe((DelayRequest.Kind)kind);
        used.ShouldBe(request.Length);
    }

    [Fact]
    public void Every_answer_comes_no_earlier_than_its_delay_and_the_server_knows_how_much_later()
    {
        using var server = new DelayServer(Delay_ns);
        var target = server.Listen();
        using var stop = new CancellationTokenSource();
        var thread = new Thread(() =>
        {
            while (!stop.IsCancellationRequested) server.Turn(MonotonicClock.Now_ns + 1_000_000);
        })
        { IsBackground = true };
        thread.Start();
        try
        {
            using var counter = new RedisCounter(target);
            var before = counter.Read();
            Ask(target, Ping + Ping, "+PONG\r\n+PONG\r\n");
            Ask(target, "GET / HTTP/1.1\r\n\r\n", "hhhh");
            var after = counter.Read();

            (after.Operations - before.Operations - 1).ShouldBe(3);
            ((after.Served_ns - before.Served_ns) / 3).ShouldBeGreaterThanOrEqualTo(Delay_ns);
        }
        finally
        {
            stop.Cancel();
            thread.Join();
        }
    }

    private static void Ask(IPEndPoint target, string request, string end)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = 30_000,
        };
        socket.Connect(target);
        var begun_ns = MonotonicClock.Now_ns;
        socket.Send(Encoding.ASCII.GetBytes(request));
        var answer = new byte[1024];
        var length = 0;
        while (!Encoding.ASCII.GetString(answer, 0, length).EndsWith(end, StringComparison.Ordinal))
        {
            var received = socket.Receive(answer.AsSpan(length));
            received.ShouldBePositive();
            length += received;
        }

        (MonotonicClock.Now_ns - begun_ns).ShouldBeGreaterThan(Delay_ns);
    }
}
