using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network.Readiness;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Platform.Network.Portable;

/// <summary>
/// The loop on the runtime's sockets and
/// <see cref="Socket.Select(System.Collections.IList, System.Collections.IList, System.Collections.IList, int)"/>,
/// for every system. A turn costs time in proportion to all connections, and timers have the precision of Select.
/// </summary>
internal sealed class PortableLoop : ReadinessLoop
{
    private const int AcceptsPerTurn = 256;

    private readonly WakeSocket _waker = new();
    private readonly Dictionary<Socket, PortableConnection> _connections = [];
    private readonly List<Socket> _readable = [];
    private readonly List<Socket> _writable = [];
    private readonly List<Socket> _failed = [];
    private Socket? _listener;
    private bool _accepting = true;
    private long _acceptAgain_ns;

    public override string Name => NetworkLoops.Portable;

    public override IPEndPoint Listen(IPEndPoint endpoint, int backlog, bool isShared = false)
    {
        if (_listener is not null) throw new InvalidOperationException("A loop listens at one address.");
        _listener = ListeningSocket.Open(endpoint, backlog, isShared);
        _listener.Blocking = false;
        return (IPEndPoint)_listener.LocalEndPoint!;
    }

    public override void SetAccepting(bool accepting) => _accepting = accepting;

    public override LoopConnection Connect(IPEndPoint target, int token, IPAddress? source = null)
    {
        var connection = Adopt(new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        (connection.Token, connection.Connecting) = (token, true);
        try
        {
            if (source is not null) connection.Socket.Bind(new IPEndPoint(source, 0));
            connection.Socket.Connect(target);
        }
        catch (SocketException failure)
            when (failure.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // The ordinary case: readiness will tell the outcome.
        }
        catch (SocketException failure)
        {
            FailLater(connection, failure.SocketErrorCode);
        }

        return connection;
    }

    public override void Wake() => _waker.Wake();

    protected override void Wait(long until_ns)
    {
        FillLists();
        if (_listener is not null && _acceptAgain_ns > TurnTime_ns) until_ns = Math.Min(until_ns, _acceptAgain_ns);
        Socket.Select(_readable, _writable, _failed, Timeout_us(until_ns));
    }

    protected override void HandleReady()
    {
        foreach (var socket in _failed) HandleWritable(socket);
        foreach (var socket in _writable) HandleWritable(socket);
        foreach (var socket in _readable)
        {
            if (socket == _waker.Socket) _waker.Clear();
            else if (socket == _listener) AcceptAll(socket);
            else if (Find(socket) is { } connection) OnReadable(connection, mayHaveEnded: false);
        }
    }

    protected override void Recycle(ReadinessConnection connection) =>
        _connections.Remove(((PortableConnection)connection).Socket);

    protected override void Release()
    {
        foreach (var connection in _connections.Values) Close(connection, reset: false);
        _listener?.Dispose();
        _waker.Dispose();
    }

    private int Timeout_us(long until_ns)
    {
        if (until_ns == long.MaxValue) return -1;
        var left_us = (until_ns - MonotonicClock.Now_ns + 999) / 1000;
        return (int)Math.Clamp(left_us, 0, int.MaxValue);
    }

    private void FillLists()
    {
        _readable.Clear();
        _writable.Clear();
        _failed.Clear();
        _readable.Add(_waker.Socket);
        if (_listener is not null && _accepting && _acceptAgain_ns <= TurnTime_ns) _readable.Add(_listener);
        foreach (var (socket, connection) in _connections)
        {
            if (!connection.IsOpen || connection.Failure != SocketError.Success) continue;
            if (connection.Reading && !connection.Ended && !connection.Connecting) _readable.Add(socket);
            else _failed.Add(socket);
            if (connection.Connecting || connection.Output.Length > 0) _writable.Add(socket);
        }
    }

    private PortableConnection? Find(Socket socket) =>
        _connections.TryGetValue(socket, out var connection) && connection.IsOpen
            && connection.Failure == SocketError.Success
            ? connection
            : null;

    private void HandleWritable(Socket socket)
    {
        if (Find(socket) is not { } connection) return;
        var error = connection.Connecting || connection.Ended
            || !connection.Reading ? connection.TakeError() : SocketError.Success;
        if (connection.Connecting) OnConnectEnded(connection, error);
        else if (error != SocketError.Success) Break(connection, error);
        else OnWritable(connection);
    }

    private void AcceptAll(Socket listener)
    {
        for (var i = 0; i < AcceptsPerTurn && _accepting && listener.Poll(0, SelectMode.SelectRead); i++)
        {
            if (!AcceptOne(listener)) return;
        }
    }

    private bool AcceptOne(Socket listener)
    {
        try
        {
            OnAccepted(Adopt(listener.Accept()));
            return true;
        }
        catch (SocketException failure)
        {
            if (AcceptErrors.Classify(failure.SocketErrorCode) == AcceptProblem.Transient) return true;
            _acceptAgain_ns = TurnTime_ns + (long)AcceptErrors.BackOff.TotalNanoseconds;
            OnAcceptFailed(failure.SocketErrorCode);
            return false;
        }
    }

    private PortableConnection Adopt(Socket socket)
    {
        var connection = new PortableConnection(socket);
        _connections.Add(socket, connection);
        return connection;
    }
}
