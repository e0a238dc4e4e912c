using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Torture.Attacks;

/// <summary>An attack under way: the connections it holds, and what it goes on doing with them.</summary>
internal sealed class Siege : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);

    private readonly List<Socket> _held = [];
    private readonly ManualResetEventSlim _isLifted = new();
    private Thread? _worker;
    private long _connects;

    /// <summary>Connections that the server has not ended yet, as far as the system tells without reading.</summary>
    public int HeldCount
    {
        get
        {
            lock (_held) return _held.Count(IsUp);
        }
    }

    /// <summary>Connections made so far.</summary>
    public long Connects => Volatile.Read(ref _connects);

    /// <summary>Connects once more.</summary>
    /// <param name="server">Where.</param>
    /// <param name="receiveBuffer_bytes">Small: the server soon finds no room when nobody reads; 0 as usual.</param>
    /// <returns>Null when the server takes nobody now.</returns>
    public Socket? Connect(IPEndPoint server, int receiveBuffer_bytes = 0)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer_bytes > 0) socket.ReceiveBufferSize = receiveBuffer_bytes;
        try
        {
            socket.Connect(server);
            Interlocked.Increment(ref _connects);
            socket.Blocking = false;
            lock (_held) _held.Add(socket);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Sends what the system takes now.</summary>
    /// <returns>Bytes taken; −1 when the server has ended the connection.</returns>
    public static int Send(Socket? socket, ReadOnlySpan<byte> bytes)
    {
        if (socket is null) return -1;
        var sent = socket.Send(bytes, SocketFlags.None, out var error);
        return error is SocketError.Success or SocketError.WouldBlock ? Math.Max(0, sent) : -1;
    }

    /// <summary>Reads what has come and throws it away.</summary>
    /// <returns>Bytes of it; 0 when there are none.</returns>
    public static int Discard(Socket? socket)
    {
        if (socket is null) return 0;
        Span<byte> sink = stackalloc byte[4096];
        return socket.Receive(sink, SocketFlags.None, out var error) is > 0 and var count
            && error == SocketError.Success ? count : 0;
    }

    /// <summary>Ends a connection by a reset.</summary>
    public void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Leave(socket);
    }

    /// <summary>Ends a connection as usual.</summary>
    public void Leave(Socket socket)
    {
        lock (_held) _held.Remove(socket);
        socket.Dispose();
    }

    /// <summary>Does something again and again with short pauses, on a thread of its own.</summary>
    /// <param name="round">Returns false when there is nothing more to do.</param>
    public void Repeat(Func<bool> round)
    {
        _worker = new Thread(() =>
        {
            while (!_isLifted.Wait(_pause) && round())
            {
            }
        })
        { IsBackground = true, Name = "attack" };
        _worker.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLifted.Set();
        _worker?.Join();
        foreach (var socket in _held) socket.Dispose();
        _isLifted.Dispose();
    }

    private static bool IsUp(Socket socket)
    {
        try
        {
            // Unread input would hide the end; what an attacker can still send to is up.
            return socket.Poll(0, SelectMode.SelectWrite) && !socket.Poll(0, SelectMode.SelectError)
                && (!socket.Poll(0, SelectMode.SelectRead) || socket.Available > 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
