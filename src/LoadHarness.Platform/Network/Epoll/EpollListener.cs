using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Platform.Network.Epoll;

/// <summary>
/// The listening socket: level-triggered, so that what one turn leaves in the backlog comes back in the next.
/// </summary>
internal sealed class EpollListener : IDisposable
{
    private readonly EpollSet _set;
    private readonly ulong _key;
    private readonly Socket _socket;
    private readonly int _descriptor;
    private bool _wanted = true;
    private bool _watched = true;

    /// <summary>Binds, listens and has itself watched.</summary>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public EpollListener(EpollSet set, ulong key, IPEndPoint endpoint, int backlog, bool isShared)
    {
        (_set, _key) = (set, key);
        _socket = ListeningSocket.Open(endpoint, backlog, isShared);
        _socket.Blocking = false;
        _socket.NoDelay = true; // Accepted sockets inherit it.
        _descriptor = (int)_socket.Handle;
        Endpoint = (IPEndPoint)_socket.LocalEndPoint!;
        _set.Add(_descriptor, EpollSet.In, key);
    }

    /// <summary>The true address and port.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>
    /// When accepting is to be tried again after a shortage, monotonic ns; <see cref="long.MaxValue"/> when there is
    /// none.
    /// </summary>
    public long RetryAt_ns { get; private set; } = long.MaxValue;

    /// <summary>Takes connections, or leaves them in the backlog.</summary>
    public void SetAccepting(bool accepting)
    {
        _wanted = accepting;
        Watch();
    }

    /// <summary>Takes one connection.</summary>
    /// <param name="now_ns">Monotonic ns.</param>
    /// <param name="shortage">Why none can be taken for a while; success when one was, or nothing was there.</param>
    /// <returns>A descriptor; −1 when there is nothing to take now.</returns>
    public int Accept(long now_ns, out SocketError shortage)
    {
        shortage = SocketError.Success;
        while (_watched)
        {
            var accepted = LinuxSocket.Accept(_descriptor);
            if (accepted >= 0) return accepted;
            var failure = Transfer.ErrorOf(accepted);
            if (failure == SocketError.WouldBlock) return -1;
            if (AcceptErrors.Classify(failure) == AcceptProblem.Transient) continue;
            shortage = failure;
            RetryAt_ns = now_ns + (long)AcceptErrors.BackOff.TotalNanoseconds;
            Watch();
        }

        return -1;
    }

    /// <summary>Takes connections again when the pause of a shortage is over.</summary>
    public void Resume(long now_ns)
    {
        if (now_ns < RetryAt_ns) return;
        RetryAt_ns = long.MaxValue;
        Watch();
    }

    public void Dispose() => _socket.Dispose();

    private void Watch()
    {
        var watch = _wanted && RetryAt_ns == long.MaxValue;
        if (watch == _watched) return;
        _watched = watch;
        _set.Modify(_descriptor, watch ? EpollSet.In : 0, _key);
    }
}
