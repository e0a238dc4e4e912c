using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// The loop on Linux io_uring, one call to the kernel for each turn. Input arrives by a standing receive for each
/// connection; what is sent during a turn leaves with its end, and only a send that did not go whole is told. A send
/// never waits in the kernel: what does not fit goes into the connection's output, and a poll tells of room, so order
/// and back-pressure are those of the other loops.
/// </summary>
internal sealed unsafe partial class IoUringLoop : ReadinessLoop
{
    private const int AddressCapacity_bytes = 32;

    private readonly Ring _ring;
    private readonly BufferRing _buffers;
    private readonly SendArena _arena = new();
    private readonly EventDescriptor _waker = new();
    private readonly List<IoUringConnection> _connections = [];
    private readonly Stack<IoUringConnection> _free = new();
    private readonly byte* _targetAddress = (byte*)NativeMemory.AllocZeroed(AddressCapacity_bytes);
    private IoUringListener? _listener;
    private IPEndPoint? _target;
    private int _targetAddressLength;
    private bool _isWakerArmed;
    private bool _isReleased;

    private IoUringLoop(Ring ring, BufferRing buffers) => (_ring, _buffers) = (ring, buffers);

    public override string Name => NetworkLoops.IoUring;

    /// <summary>Descriptor of the ring: /proc tells by it what stands in the kernel.</summary>
    public int RingDescriptor => _ring.Descriptor;

    /// <summary>Makes the loop.</summary>
    /// <returns>Null when the kernel or a sandbox does not allow it: see <paramref name="errorNumber"/>.</returns>
    public static IoUringLoop? Open(out int errorNumber)
    {
        if (Ring.Open(out errorNumber) is not { } ring) return null;
        if (BufferRing.Register(ring, out errorNumber) is { } buffers) return new IoUringLoop(ring, buffers);
        ring.Dispose();
        return null;
    }

    public override IPEndPoint Listen(IPEndPoint endpoint, int backlog, bool isShared = false)
    {
        if (_listener is not null) throw new InvalidOperationException("A loop listens at one address.");
        _listener = new IoUringListener(endpoint, backlog, isShared);
        return _listener.Endpoint;
    }

    public override void SetAccepting(bool accepting)
    {
        if (_listener is { } listener) listener.IsWanted = accepting;
    }

    public override LoopConnection Connect(IPEndPoint target, int token, IPAddress? source = null)
    {
        var socket = LinuxSocket.Open(target.AddressFamily);
        var failure = socket < 0 ? LinuxErrors.Last : LinuxSocket.Bind(socket, source);
        var connection = Adopt(socket);
        (connection.Token, connection.Connecting) = (token, true);
        if (failure != SocketError.Success) FailLater(connection, failure);
        else ArmConnect(connection, target);
        return connection;
    }

    public override void Wake() => _waker.Wake();

    protected override void Wait(long until_ns)
    {
        ArmLasting();
        until_ns = Math.Min(until_ns, _listener?.RetryAt_ns ?? long.MaxValue);
        var timeout_ns = until_ns == long.MaxValue ? -1 : Math.Max(0, until_ns - MonotonicClock.Now_ns);
        if (until_ns <= TurnTime_ns) timeout_ns = 0;
        if (_ring.TrySubmitAndWait(timeout_ns)) Settle();
        else Submit();
    }

    protected override void HandleReady()
    {
        while (_ring.TryTake(out var completion)) Handle(completion);
    }

    protected override void Recycle(ReadinessConnection connection) => _free.Push((IoUringConnection)connection);

    protected override void Release()
    {
        _isReleased = true;
        foreach (var connection in _connections) Close(connection, reset: false);
        _listener?.Dispose();
        _waker.Dispose();
        _ring.Dispose();
        _buffers.Dispose();
        _arena.Dispose();
        NativeMemory.Free(_targetAddress);
    }

    private void Handle(Completion completion)
    {
        var kind = RequestKey.KindOf(completion.UserData);
        switch (kind)
        {
            case RequestKind.Receive:
                HandleReceive(completion);
                break;
            case RequestKind.Accept:
                HandleAccept(completion);
                break;
            case RequestKind.Wake:
                _isWakerArmed = completion.HasMore;
                break;
            case RequestKind.Connect or RequestKind.Room or RequestKind.Trouble:
                HandleEvent(kind, completion);
                break;
        }
    }

    /// <summary>The end of a connect, room for output, or trouble.</summary>
    private void HandleEvent(RequestKind kind, Completion completion)
    {
        var connection = _connections[RequestKey.SlotOf(completion.UserData)];
        if (!connection.Owns(completion.UserData)) return;
        if (!completion.HasMore) connection.Armed &= ~RequestOf(kind);
        if (connection.Failure != SocketError.Success) return;
        if (kind == RequestKind.Connect) HandleConnect(connection, LinuxErrors.Named(-completion.Result));
        else if (kind == RequestKind.Room) OnWritable(connection);
        else if ((completion.Result & ErrorEvent) != 0) BreakIfFailed(connection);
    }

    private void BreakIfFailed(IoUringConnection connection)
    {
        var cause = connection.TakeError();
        if (cause != SocketError.Success) Break(connection, cause);
    }

    private void HandleConnect(IoUringConnection connection, SocketError outcome)
    {
        OnConnectEnded(connection, outcome);
        if (connection.IsOpen) Attend(connection);
    }

    private static Armed RequestOf(RequestKind kind) => kind switch
    {
        RequestKind.Connect => Armed.Connect,
        RequestKind.Room => Armed.Room,
        _ => Armed.Trouble,
    };

    /// <summary>Nothing of the connection may reach the kernel after its descriptor is somebody else's.</summary>
    public void Dismiss(IoUringConnection connection, bool reset)
    {
        connection.Held.Clear(Pool);
        if (!_isReleased && connection.Round == _ring.Round) Submit();
        if ((connection.Armed & Armed.Connect) != Armed.None) Cancel(connection.KeyOf(RequestKind.Connect));
        else if (connection.Armed != Armed.None && reset) LinuxSocket.Abort(connection.Descriptor);
        else if (connection.Armed != Armed.None) LinuxSocket.ShutdownBoth(connection.Descriptor);
        // Nothing that happens to a socket ends a poll of many shots: it would keep the socket for ever.
        if ((connection.Armed & Armed.Trouble) != Armed.None) Cancel(connection.KeyOf(RequestKind.Trouble));
        LinuxSocket.Close(connection.Descriptor, reset && connection.Armed == Armed.None);
    }

    private IoUringConnection Adopt(int socket)
    {
        if (!_free.TryPop(out var connection))
        {
            connection = new IoUringConnection(this, _connections.Count);
            _connections.Add(connection);
        }

        connection.Renew(socket);
        return connection;
    }
}
