using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>The listening socket and whether connections are to be taken from it.</summary>
internal sealed class IoUringListener : IDisposable
{
    private readonly Socket _socket;

    /// <summary>Binds and listens.</summary>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public IoUringListener(IPEndPoint endpoint, int backlog, bool isShared)
    {
        _socket = ListeningSocket.Open(endpoint, backlog, isShared);
        _socket.NoDelay = true; // Accepted sockets inherit it.
        Descriptor = (int)_socket.Handle;
        Endpoint = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public int Descriptor { get; }

    /// <summary>The true address and port.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>The owner wants connections.</summary>
    public bool IsWanted { get; set; } = true;

    /// <summary>An accept stands in the kernel.</summary>
    public bool IsArmed { get; set; }

    /// <summary>That accept is being withdrawn.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>
    /// When accepting is to be tried again after a shortage, monotonic ns; <see cref="long.MaxValue"/> when there is
    /// none.
    /// </summary>
    public long RetryAt_ns { get; private set; } = long.MaxValue;

    /// <summary>Connections are to be taken now.</summary>
    public bool IsDue(long now_ns)
    {
        if (now_ns >= RetryAt_ns) RetryAt_ns = long.MaxValue;
        return IsWanted && RetryAt_ns == long.MaxValue;
    }

    /// <summary>An accept failed: a shortage is waited out.</summary>
    /// <returns>True when it is one, false when only this connection is lost.</returns>
    public bool IsShortage(SocketError failure, long now_ns)
    {
        if (AcceptErrors.Classify(failure) == AcceptProblem.Transient) return false;
        RetryAt_ns = now_ns + (long)AcceptErrors.BackOff.TotalNanoseconds;
        return true;
    }

    public void Dispose()
    {
        LinuxSocket.ShutdownBoth(Descriptor); // The accept keeps the socket; the address must be free at once.
        _socket.Dispose();
    }
}
