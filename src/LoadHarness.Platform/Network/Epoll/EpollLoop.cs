using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.Epoll;

/// <summary>
/// The loop on Linux epoll. A connection is registered once in its life, for both directions and by edges: the kernel
/// tells of new
/// input, and of room for output only after it refused some, so no request costs more calls than its receive, its send
/// and its
/// share of a wait.
/// </summary>
internal sealed class EpollLoop : ReadinessLoop
{
    private const uint ConnectionEvents = EpollSet.In | EpollSet.Out | EpollSet.PeerEnded | EpollSet.Edge;
    private const ulong ListenerKey = ulong.MaxValue;
    private const ulong TimerKey = ulong.MaxValue - 1;
    private const ulong WakerKey = ulong.MaxValue - 2;
    private const int AcceptsPerTurn = 256;

    private readonly EpollSet _set = new();
    private readonly EpollTimer _timer = new();
    private readonly EventDescriptor _waker = new();
    private readonly List<EpollConnection> _connections = [];
    private readonly Stack<EpollConnection> _free = new();
    private EpollListener? _listener;
    private IPEndPoint? _target;
    private byte[] _targetAddress = [];
    private int _readyCount;

    public EpollLoop()
    {
        _set.Add(_timer.Descriptor, EpollSet.In | EpollSet.Edge, TimerKey);
        _set.Add(_waker.Descriptor, EpollSet.In | EpollSet.Edge, WakerKey);
    }

    public override string Name => NetworkLoops.Epoll;

    public override IPEndPoint Listen(IPEndPoint endpoint, int backlog, bool isShared = false)
    {
        if (_listener is not null) throw new InvalidOperationException("A loop listens at one address.");
        _listener = new EpollListener(_set, ListenerKey, endpoint, backlog, isShared);
        return _listener.Endpoint;
    }

    public override void SetAccepting(bool accepting) => _listener?.SetAccepting(accepting);

    public override LoopConnection Connect(IPEndPoint target, int token, IPAddress? source = null)
    {
        var socket = LinuxSocket.Open(target.AddressFamily);
        var failure = socket < 0 ? LinuxErrors.Last : LinuxSocket.Bind(socket, source);
        if (failure == SocketError.Success) failure = LinuxSocket.Connect(socket, AddressOf(target));
        var connection = Adopt(socket);
        (connection.Token, connection.Connecting) = (token, true);
        if (failure == SocketError.Success) failure = _set.Add(socket, ConnectionEvents, connection.Key);
        if (failure != SocketError.Success) FailLater(connection, failure);
        return connection;
    }

    public override void Wake() => _waker.Wake();

    protected override void Wait(long until_ns)
    {
        until_ns = Math.Min(until_ns, _listener?.RetryAt_ns ?? long.MaxValue);
        var isOver = until_ns <= TurnTime_ns;
        if (!isOver && until_ns != long.MaxValue) _timer.Arm(until_ns);
        _readyCount = _set.Wait(isOver ? 0 : -1);
    }

    protected override void HandleReady()
    {
        _listener?.Resume(TurnTime_ns);
        for (var i = 0; i < _readyCount; i++)
        {
            var key = _set.DataAt(i);
            if (key < WakerKey) HandleConnection(key, _set.EventsAt(i));
            else if (key == TimerKey) _timer.Fired();
            else if (key == ListenerKey) AcceptAll(_listener!);
        }
    }

    protected override void Recycle(ReadinessConnection connection) => _free.Push((EpollConnection)connection);

    protected override void Release()
    {
        foreach (var connection in _connections) Close(connection, reset: false);
        _listener?.Dispose();
        _waker.Dispose();
        _timer.Dispose();
        _set.Dispose();
    }

    private void HandleConnection(ulong key, uint events)
    {
        var connection = _connections[(int)(uint)key];
        if (connection.Key != key || !connection.IsOpen || connection.Failure != SocketError.Success) return;
        if (connection.Connecting) OnConnectEnded(connection, connection.TakeError());
        else if ((events & EpollSet.Out) != 0) OnWritable(connection);
        if (!connection.IsOpen) return;
        if ((events & EpollSet.Error) != 0 && (connection.Ended || !connection.Reading)) BreakIfFailed(connection);
        else if ((events & ~EpollSet.Out) != 0) OnReadable(connection,
            (events & (EpollSet.PeerEnded | EpollSet.HangUp)) != 0);
    }

    /// <summary>A reset that no receive will find, because none is made now.</summary>
    private void BreakIfFailed(EpollConnection connection)
    {
        var cause = connection.TakeError();
        if (cause != SocketError.Success) Break(connection, cause);
    }

    private void AcceptAll(EpollListener listener)
    {
        for (var i = 0; i < AcceptsPerTurn; i++)
        {
            var socket = listener.Accept(TurnTime_ns, out var shortage);
            if (shortage != SocketError.Success) OnAcceptFailed(shortage);
            if (socket < 0) return;
            var connection = Adopt(socket);
            var failure = _set.Add(socket, ConnectionEvents, connection.Key);
            if (failure == SocketError.Success) OnAccepted(connection);
            else Close(connection, reset: true);
        }
    }

    private EpollConnection Adopt(int socket)
    {
        if (!_free.TryPop(out var connection))
        {
            connection = new EpollConnection(_connections.Count);
            _connections.Add(connection);
        }

        connection.Renew(socket);
        return connection;
    }

    private ReadOnlySpan<byte> AddressOf(IPEndPoint target)
    {
        if (!ReferenceEquals(target, _target))
        {
            var address = target.Serialize();
            _targetAddress = address.Buffer.Span[..address.Size].ToArray();
            _target = target;
        }

        return _targetAddress;
    }
}
