using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network.Buffers;
using LoadHarness.Platform.Network.Timers;

namespace LoadHarness.Platform.Network.Readiness;

/// <summary>
/// What all loops share that learn of readiness: turns, timers, unconsumed input, pending output and the rules of
/// closing
/// inside callbacks. A backend waits for readiness, opens sockets, and calls <see cref="OnReadable"/>,
/// <see cref="OnWritable"/>,
/// <see cref="OnConnectEnded"/> and <see cref="OnAccepted"/>.
/// </summary>
internal abstract partial class ReadinessLoop : INetworkLoop
{
    private readonly TimerHeap _timers = new();
    private readonly List<ReadinessConnection> _closed = [];
    private List<ReadinessConnection> _nextTurn = [];
    private List<ReadinessConnection> _thisTurn = [];
    private ILoopHandler? _handler;
    private bool _isDisposed;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public long TurnTime_ns { get; private set; } = MonotonicClock.Now_ns;

    /// <summary>Arrays for input and output that has to wait.</summary>
    protected BufferPool Pool { get; } = new();

    /// <summary>The owner, during a turn.</summary>
    protected ILoopHandler Handler => _handler ?? throw new InvalidOperationException("The loop is not inside a turn.");

    /// <inheritdoc/>
    public abstract IPEndPoint Listen(IPEndPoint endpoint, int backlog, bool isShared = false);

    /// <inheritdoc/>
    public abstract void SetAccepting(bool accepting);

    /// <inheritdoc/>
    public abstract LoopConnection Connect(IPEndPoint target, int token, IPAddress? source = null);

    /// <inheritdoc/>
    public abstract void Wake();

    /// <inheritdoc/>
    public void SetTimer(long due_ns, long token) => _timers.Set(due_ns, token);

    /// <inheritdoc/>
    public void Turn(ILoopHandler handler, long until_ns)
    {
        _handler = handler;
        (_thisTurn, _nextTurn) = (_nextTurn, _thisTurn);
        Wait(_thisTurn.Count > 0 ? 0 : Math.Min(until_ns, _timers.NextDue_ns));
        TurnTime_ns = MonotonicClock.Now_ns;
        HandleReady();
        HandleQueued();
        FireTimers();
        handler.TurnEnded();
        RecycleClosed();
        _handler = null;
    }

    /// <inheritdoc/>
    public void Close(LoopConnection connection, bool reset)
    {
        if (!connection.IsOpen) return;
        var closing = (ReadinessConnection)connection;
        closing.IsOpen = false;
        closing.DrainedOwed = 0;
        closing.Unconsumed.Clear(Pool);
        closing.Output.Clear(Pool);
        closing.Release(reset);
        _closed.Add(closing);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Release();
    }

    /// <summary>Closes everything the backend holds, open connections included.</summary>
    protected abstract void Release();

    /// <summary>Waits until something is ready, the moment has come, or <see cref="Wake"/> is called.</summary>
    /// <param name="until_ns">Monotonic ns; not after <see cref="TurnTime_ns"/>: only looks.</param>
    protected abstract void Wait(long until_ns);

    /// <summary>Handles all that <see cref="Wait"/> found.</summary>
    protected abstract void HandleReady();

    /// <summary>A closed connection is referred to by nobody inside the loop any more.</summary>
    protected abstract void Recycle(ReadinessConnection connection);

    /// <summary>A connection was taken from the backlog.</summary>
    protected void OnAccepted(ReadinessConnection connection) => Handler.Accepted(connection);

    /// <summary>Nothing can be taken from the backlog for now.</summary>
    protected void OnAcceptFailed(SocketError cause) => Handler.AcceptFailed(cause);

    /// <summary>A connect has ended, well or not.</summary>
    protected void OnConnectEnded(ReadinessConnection connection, SocketError outcome)
    {
        connection.Connecting = false;
        if (outcome != SocketError.Success) Close(connection, reset: false);
        Handler.Connected(connection, outcome);
        if (connection.IsOpen) OnWritable(connection);
    }

    /// <summary>The connection is broken: closes it and tells the owner.</summary>
    protected void Break(ReadinessConnection connection, SocketError cause)
    {
        Close(connection, reset: true);
        Handler.Closed(connection, cause);
    }

    /// <summary>Keeps a failure until the next turn, because the owner cannot be told now.</summary>
    protected void FailLater(ReadinessConnection connection, SocketError cause)
    {
        connection.Failure = cause;
        connection.Output.Clear(Pool);
        Queue(connection);
    }

    private void Queue(ReadinessConnection connection)
    {
        if (connection.Queued) return;
        connection.Queued = true;
        _nextTurn.Add(connection);
    }

    private void HandleQueued()
    {
        foreach (var connection in _thisTurn)
        {
            connection.Queued = false;
            if (!connection.IsOpen) continue;
            if (connection.Failure != SocketError.Success) TellFailure(connection);
            else HandleQueued(connection);
        }

        _thisTurn.Clear();
    }

    private void HandleQueued(ReadinessConnection connection)
    {
        if (connection.Repeats) Repeat(connection);
        if (connection.IsOpen && connection.Readable) OnReadable(connection, mayHaveEnded: true);
        if (connection.IsOpen) TellDrained(connection);
    }

    private void TellFailure(ReadinessConnection connection)
    {
        if (connection.Connecting) OnConnectEnded(connection, connection.Failure);
        else Break(connection, connection.Failure);
    }

    private void FireTimers()
    {
        var setBefore = _timers.SetCount;
        while (_timers.TryTake(TurnTime_ns, setBefore, out var token)) Handler.TimerDue(token);
    }

    private void RecycleClosed()
    {
        for (var i = _closed.Count - 1; i >= 0; i--)
        {
            if (_closed[i].Queued) continue;
            Recycle(_closed[i]);
            _closed[i] = _closed[^1];
            _closed.RemoveAt(_closed.Count - 1);
        }
    }
}
