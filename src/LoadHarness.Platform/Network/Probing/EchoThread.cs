using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Platform.Network.Probing;

/// <summary>A server on a thread of this process that sends back what it gets.</summary>
internal sealed class EchoThread : ILoopHandler, IDisposable
{
    private const int Backlog = 512;

    private readonly INetworkLoop _loop = NetworkLoops.Create(NetworkLoops.Epoll);
    private readonly Thread _thread;
    private volatile bool _isStopped;

    /// <summary>Listens and starts to serve.</summary>
    /// <param name="cpu">CPU of the thread; where the system refuses, it runs on any.</param>
    /// <exception cref="SocketException">Nothing can listen.</exception>
    public EchoThread(int cpu)
    {
        Endpoint = _loop.Listen(new IPEndPoint(IPAddress.Loopback, 0), Backlog);
        _thread = new Thread(() => Serve(cpu)) { IsBackground = true, Name = "echo" };
        _thread.Start();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint { get; }

    public void Accepted(LoopConnection connection)
    {
        // It has nothing to say before it is asked.
    }

    public void Connected(LoopConnection connection, SocketError outcome)
    {
        // It connects to nobody.
    }

    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        _loop.Send(connection, bytes);
        if (end) _loop.Close(connection, reset: false);
        return bytes.Length;
    }

    public void Drained(LoopConnection connection)
    {
        // Echoes are small: the other side waits for each.
    }

    public void TimerDue(long token)
    {
        // It sets none.
    }

    public void Closed(LoopConnection connection, SocketError cause)
    {
        // The other side has gone.
    }

    public void TurnEnded()
    {
        // Everything was sent when it was received.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isStopped = true;
        _loop.Wake();
        _thread.Join();
        _loop.Dispose();
    }

    private void Serve(int cpu)
    {
        _ = ThreadAffinity.PinCurrentThread(cpu);
        while (!_isStopped) _loop.Turn(this, long.MaxValue);
    }
}
