using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Platform.Network.Probing;

/// <summary>
/// Connections that each send a message, wait for its echo and send the next, on one loop and the calling thread.
/// </summary>
internal sealed class PingPong : ILoopHandler, IDisposable
{
    private const int Message_bytes = 64;
    private const long Patience_ns = 2_000_000_000;

    private readonly INetworkLoop _loop;
    private readonly byte[] _message = new byte[Message_bytes];
    private readonly List<LoopConnection> _connections = [];
    private int _connectsEnded;
    private int _outstanding;
    private long _operations;
    private bool _isSending;
    private bool _hasFailed;

    /// <summary>Connects; <see cref="IsConnected"/> tells how that went.</summary>
    /// <param name="loop">Name of the loop.</param>
    /// <param name="target">An echo server.</param>
    /// <param name="connections">Connections.</param>
    public PingPong(string loop, IPEndPoint target, int connections)
    {
        _loop = NetworkLoops.Create(loop);
        for (var i = 0; i < connections; i++) _connections.Add(_loop.Connect(target, i));
        var end_ns = MonotonicClock.Now_ns + Patience_ns;
        while (_connectsEnded < connections && MonotonicClock.Now_ns < end_ns) _loop.Turn(this, end_ns);
        IsConnected = _connectsEnded == connections && !_hasFailed;
    }

    /// <summary>True when every connection was made on the very loop that was asked for.</summary>
    public bool IsConnected { get; }

    /// <summary>The loop's name.</summary>
    public string LoopName => _loop.Name;

    /// <summary>Sends to and fro for a while.</summary>
    /// <param name="length_ns">How long, ns.</param>
    /// <returns>CPU time of this thread for one operation, µs; NaN when a connection failed.</returns>
    public double Cost_us(long length_ns)
    {
        var start_ns = MonotonicClock.Now_ns;
        var cpu_ns = ThreadCpuClock.Now_ns;
        (_operations, _isSending) = (0, true);
        foreach (var connection in _connections) Ask(connection);
        while (_isSending && !_hasFailed)
        {
            _loop.Turn(this, start_ns + length_ns);
            _isSending = _loop.TurnTime_ns - start_ns < length_ns;
        }

        while (_outstanding > 0 && !_hasFailed && MonotonicClock.Now_ns - start_ns < length_ns + Patience_ns)
            _loop.Turn(this, start_ns + length_ns + Patience_ns);
        var isWhole = _outstanding == 0 && !_hasFailed && _operations > 0;
        return isWhole ? (ThreadCpuClock.Now_ns - cpu_ns) / 1000.0 / _operations : double.NaN;
    }

    public void Accepted(LoopConnection connection)
    {
        // It listens nowhere.
    }

    public void Connected(LoopConnection connection, SocketError outcome)
    {
        _connectsEnded++;
        _hasFailed |= outcome != SocketError.Success;
    }

    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        _hasFailed |= end;
        if (bytes.Length < Message_bytes) return 0;
        _operations++;
        _outstanding--;
        if (_isSending) Ask(connection);
        return Message_bytes;
    }

    public void Drained(LoopConnection connection)
    {
        // Messages are small, and the next one waits for the echo.
    }

    public void TimerDue(long token)
    {
        // It sets none.
    }

    public void Closed(LoopConnection connection, SocketError cause) => _hasFailed = true;

    public void TurnEnded()
    {
        // Everything was sent when its predecessor was received.
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private void Ask(LoopConnection connection)
    {
        _outstanding++;
        _loop.Send(connection, _message);
    }
}
