using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BenchmarkDotNet.Loggers;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>
/// Answers each request a known time after its arrival, in the Redis protocol or in HTTP, and measures that time
/// itself: <c>INFO</c> tells the count and the sum. So it is known what a load tool has to report.
/// </summary>
/// <param name="delay_ns">The delay, ns.</param>
internal sealed class DelayServer(long delay_ns) : ILoopHandler, IDisposable
{
    /// <summary>Name of the command that runs one.</summary>
    public const string Verb = "delay-server";

    private const int Backlog = 4096;

    private static readonly byte[] _response = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 64\r\n\r\n" + new string('h', 64));

    private readonly INetworkLoop _loop = NetworkLoops.Create(NetworkLoops.Auto);
    private readonly List<Waiting> _waiting = [];
    private long _count;
    private long _served_ns;

    /// <summary>Serves until the process is ended; prints where it listens.</summary>
    /// <param name="delay_us">The delay, µs.</param>
    /// <returns>Exit code, for a delay that is not a number.</returns>
    public static int Run(string delay_us)
    {
        if (!double.TryParse(delay_us, NumberStyles.Float, CultureInfo.InvariantCulture, out var delay)) return 2;
        using var server = new DelayServer((long)(delay * 1000));
        ConsoleLogger.Default.WriteLine($"Listening on {server.Listen()}");
        while (true) server.Turn();
    }

    /// <summary>Starts listening on a free port of loopback.</summary>
    public IPEndPoint Listen() => _loop.Listen(new IPEndPoint(IPAddress.Loopback, 0), Backlog);

    /// <summary>Handles what there is, and waits for it first.</summary>
    /// <param name="until_ns">Longest wait, monotonic ns.</param>
    public void Turn(long until_ns = long.MaxValue) => _loop.Turn(this, until_ns);

    /// <inheritdoc/>
    public void Accepted(LoopConnection connection)
    {
        connection.Token = _waiting.Count;
        _waiting.Add(new Waiting(connection, DelayRequest.Kind.Incomplete, 0));
    }

    /// <inheritdoc/>
    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        var consumed = 0;
        while (connection.IsOpen)
        {
            var kind = DelayRequest.Read(bytes[consumed..], out var length);
            if (kind == DelayRequest.Kind.Incomplete) break;
            consumed += length;
            if (kind is DelayRequest.Kind.Info or DelayRequest.Kind.Other)
            {
                _loop.Send(connection, kind == DelayRequest.Kind.Info ? Told() : "-ERR unknown command\r\n"u8);
                continue;
            }

            var now_ns = MonotonicClock.Now_ns;
            _waiting[connection.Token] = new Waiting(connection, kind, now_ns);
            // What follows is not looked at before the answer.
            _loop.SetReading(connection, false);
            _loop.SetTimer(now_ns + delay_ns, connection.Token);
            return consumed;
        }

        if (end) _loop.Close(connection, reset: false);
        return consumed;
    }

    /// <inheritdoc/>
    public void TimerDue(long token)
    {
        var (connection, kind, arrived_ns) = _waiting[(int)token];
        if (!connection.IsOpen || connection.Token != token) return;
        _count++;
        _served_ns += MonotonicClock.Now_ns - arrived_ns;
        _loop.Send(connection, kind == DelayRequest.Kind.Get ? _response : "+PONG\r\n"u8);
        _loop.SetReading(connection, true);
    }

    /// <inheritdoc/>
    public void Connected(LoopConnection connection, SocketError outcome) =>
        throw new InvalidOperationException("A server does not connect.");

    /// <inheritdoc/>
    public void Drained(LoopConnection connection)
    {
        // Never asked for.
    }

    /// <inheritdoc/>
    public void Closed(LoopConnection connection, SocketError cause)
    {
        // Its timer finds it closed.
    }

    /// <inheritdoc/>
    public void TurnEnded()
    {
        // Answers leave when they are due.
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private byte[] Told()
    {
        // The question counts as a request, as with a Redis.
        _count++;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{RedisCounter.Commands}{_count}\r\n{RedisCounter.Served}{_served_ns}\r\n");
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${text.Length}\r\n{text}\r\n"));
    }

    private readonly record struct Waiting(LoopConnection Connection, DelayRequest.Kind Kind, long Arrived_ns);
}
