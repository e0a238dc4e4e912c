using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Engine;

/// <summary>
/// A server on a loop and a thread of its own. It answers lines: <c>wrong</c> with another line, <c>silent</c> not at
/// all,
/// <c>reset</c> by a reset, <c>half</c> with half an answer and the end, <c>bye</c> with an answer and the end, all
/// others with themselves.
/// With a greeting it sends that to everyone and ends.
/// </summary>
internal sealed class TestServer : ILoopHandler, IDisposable
{
    private readonly INetworkLoop _loop;
    private readonly byte[]? _greeting;
    private readonly Thread _thread;
    private volatile bool _isStopped;

    public TestServer(byte[]? greeting = null, string loop = NetworkLoops.Auto)
    {
        _loop = NetworkLoops.Create(loop);
        _greeting = greeting;
        Endpoint = _loop.Listen(new IPEndPoint(IPAddress.Loopback, 0), 4096);
        _thread = new Thread(Body) { IsBackground = true };
        _thread.Start();
    }

    public IPEndPoint Endpoint { get; }

    /// <summary>Sees every line before it is answered, on the server's thread, which waits for it.</summary>
    public LineWatch OnLine { get; init; } = _ => { };

    public delegate void LineWatch(ReadOnlySpan<byte> line);

    public void Accepted(LoopConnection connection)
    {
        if (_greeting is null) return;
        _loop.Send(connection, _greeting);
        _loop.ShutdownSend(connection);
    }

    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        var consumed = 0;
        while (connection.IsOpen && bytes[consumed..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            Answer(connection, bytes.Slice(consumed, length + 1));
            consumed += length + 1;
        }

        if (end) _loop.Close(connection, reset: false);
        return consumed;
    }

    public void Connected(LoopConnection connection, SocketError outcome) => throw new InvalidOperationException();

    public void Drained(LoopConnection connection) => throw new InvalidOperationException();

    public void TimerDue(long token) => throw new InvalidOperationException();

    public void Closed(LoopConnection connection, SocketError cause)
    {
    }

    public void TurnEnded()
    {
    }

    public void Dispose()
    {
        _isStopped = true;
        _loop.Wake();
        _thread.Join();
        _loop.Dispose();
    }

    private void Answer(LoopConnection connection, ReadOnlySpan<byte> line)
    {
        OnLine(line);
        if (line.SequenceEqual("wrong\n"u8)) _loop.Send(connection, "another\n"u8);
        else if (line.SequenceEqual("silent\n"u8)) return;
        else if (line.SequenceEqual("reset\n"u8)) _loop.Close(connection, reset: true);
        else if (line.SequenceEqual("half\n"u8)) End(connection, "ha"u8);
        else if (line.SequenceEqual("bye\n"u8)) End(connection, line);
        else _loop.Send(connection, line);
    }

    private void End(LoopConnection connection, ReadOnlySpan<byte> last)
    {
        _loop.Send(connection, last);
        _loop.ShutdownSend(connection);
    }

    private void Body()
    {
        while (!_isStopped) _loop.Turn(this, long.MaxValue);
    }
}
