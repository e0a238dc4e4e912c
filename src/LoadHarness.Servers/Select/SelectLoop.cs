using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Select;

/// <summary>
/// The loop of the select server. A turn: wait; accept, or read and execute, whatever has arrived; make all of it
/// durable with one flush; send; let handlers go on that want to, for a round. Nothing in it blocks but the wait and
/// the flush.
/// </summary>
internal sealed class SelectLoop : IServerLoop
{
    /// <summary>Connections taken per turn, so that a storm of them does not hold up those that are there.</summary>
    private const int AcceptsPerTurn = 64;

    /// <summary>Socket.Select refuses lists longer than 65,536; some places are for our own sockets.</summary>
    private const int MostConnections = 65_000;

    private readonly Socket _master;
    private readonly WakeSocket _wake = new();
    private readonly IService _service;
    private readonly IEventSink _sink;
    private readonly ServerLife _life;
    private readonly ServerLimits _limits;
    private readonly AcceptShortage _shortage;
    private readonly int _limit;
    private readonly Dictionary<Socket, SelectConnection> _connections = [];
    private readonly ReadyList _readable = [];
    private readonly ReadyList _writable = [];
    private readonly List<SelectConnection> _touched = [];
    private readonly List<SelectConnection> _withRest = [];
    private readonly Continuations<SelectConnection> _toContinue;
    private long _nextCheck_ns;
    private long _acceptFrom_ns;

    /// <summary>Binds and listens; <see cref="Run"/> runs it.</summary>
    public SelectLoop(IService service, ServerOptions options, IEventSink sink, ServerLife life)
    {
        try
        {
            _master = ListeningSocket.Open(options.Endpoint, options.Backlog, options.SharesPort);
        }
        catch
        {
            _wake.Dispose();
            throw;
        }

        _master.Blocking = false;
        Endpoint = (IPEndPoint)_master.LocalEndPoint!;
        _service = service;
        _sink = sink;
        _life = life;
        _limits = new ServerLimits(options);
        _shortage = new AcceptShortage(sink);
        _toContinue = new Continuations<SelectConnection>(options.Time);
        _limit = Math.Min(_limits.MaxConnections, MostConnections);
    }

    /// <inheritdoc/>
    public string Name => "select";

    /// <inheritdoc/>
    public IPEndPoint Endpoint { get; }

    /// <inheritdoc/>
    public void Wake() => _wake.Wake();

    /// <inheritdoc/>
    public void Run()
    {
        while (!_life.IsStopping) Turn();
        _master.Dispose();
        var until_ns = MonotonicClock.Now_ns + (long)ServerTiming.StopGrace.TotalNanoseconds;
        while (true)
        {
            foreach (var connection in _connections.Values)
            {
                if (!connection.IsQuiet) continue;
                connection.BeginToLinger();
                if (connection.IsGone) Remove(connection);
            }

            if (_connections.Count == 0 || MonotonicClock.Now_ns > until_ns) return;
            Turn();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            connection.CutOff();
            Remove(connection);
        }

        _master.Dispose();
        _wake.Dispose();
    }

    private void Turn()
    {
        Wait();
        TakeRests();
        TakeWhatArrived();
        Deliver();
        ContinueOthers();
        CheckDeadlines();
    }

    private void Wait()
    {
        _readable.Clear();
        _writable.Clear();
        _readable.Add(_wake.Socket);
        if (MayAccept) _readable.Add(_master);
        var isStopping = _life.IsStopping;
        foreach (var connection in _connections.Values)
        {
            if (connection.IsLingering || (connection.WantsInput && !isStopping)) _readable.Add(connection.Socket);
            if (connection.WantsRoom) _writable.Add(connection.Socket);
        }

        var wait = _acceptFrom_ns > 0 ? AcceptErrors.BackOff : _limits.Timing.CheckInterval;
        if (!_toContinue.IsEmpty || _withRest.Count > 0) wait = TimeSpan.Zero;
        Socket.Select(_readable, _writable.Count > 0 ? _writable : null, null, wait);
    }

    private bool MayAccept
    {
        get
        {
            if (_life.IsStopping || _connections.Count >= _limit) return false;
            if (_acceptFrom_ns == 0) return true;
            if (MonotonicClock.Now_ns < _acceptFrom_ns) return false;
            _acceptFrom_ns = 0;
            return true;
        }
    }

    private void TakeRests()
    {
        foreach (var connection in _withRest)
        {
            connection.TakeRest();
            Touch(connection);
        }

        _withRest.Clear();
    }

    private void TakeWhatArrived()
    {
        for (var i = 0; i < _writable.Count; i++) Touch(_connections[(Socket)_writable[i]!]);
        for (var i = 0; i < _readable.Count; i++)
        {
            var socket = (Socket)_readable[i]!;
            if (socket == _wake.Socket) _wake.Clear();
            else if (socket == _master) AcceptNew();
            else TakeInput(_connections[socket]);
        }
    }

    private void TakeInput(SelectConnection connection)
    {
        connection.TakeInput();
        Touch(connection);
    }

    private void ContinueOthers()
    {
        if (_toContinue.IsEmpty) return;
        _toContinue.BeginRound();
        while (_toContinue.TryTake(out var connection))
        {
            if (!connection.WantsToContinue) continue;
            connection.Continue();
            Touch(connection);
        }

        Deliver();
    }

    private void Deliver()
    {
        MakeDurable();
        SendOutput();
    }

    private void MakeDurable()
    {
        if (_service.Durable is not { } durable) return;
        var needed = 0L;
        foreach (var connection in _touched) needed = Math.Max(needed, connection.CommitPoint);
        if (needed > durable.DurableUpTo) durable.Flush();
    }

    private void SendOutput()
    {
        foreach (var connection in _touched)
        {
            connection.IsTouched = false;
            if (!connection.IsGone) connection.SendOutput();
            if (connection.IsGone) Remove(connection);
            else if (connection.HasRest) _withRest.Add(connection);
            else if (connection.WantsToContinue) _toContinue.Add(connection);
        }

        _touched.Clear();
    }

    private void CheckDeadlines()
    {
        var now_ns = MonotonicClock.Now_ns;
        if (now_ns < _nextCheck_ns) return;
        _nextCheck_ns = now_ns + (long)_limits.Timing.CheckInterval.TotalNanoseconds;
        var now = _limits.Timing.Now;
        foreach (var connection in _connections.Values)
        {
            connection.CheckTime(now);
            if (connection.IsGone) Remove(connection);
        }
    }

    private void AcceptNew()
    {
        try
        {
            for (var i = 0; i < AcceptsPerTurn && _connections.Count < _limit; i++)
            {
                // An accept with nobody there would throw; asking first is a hundred times cheaper.
                if (i > 0 && !_master.Poll(0, SelectMode.SelectRead)) return;
                Welcome(_master.Accept());
            }

            if (_connections.Count >= _limit) _shortage.Full(_limits);
        }
        catch (SocketException e)
        {
            Recover(e);
        }
    }

    private void Welcome(Socket socket)
    {
        var conversation = new Conversation(
            _life.Opened(), (IPEndPoint)socket.RemoteEndPoint!, _service, exclusion: null, _sink, _limits);
        var connection = new SelectConnection(socket, conversation);
        _connections.Add(socket, connection);
        connection.Start();
        Touch(connection);
    }

    private void Recover(SocketException cause)
    {
        var problem = AcceptErrors.Classify(cause.SocketErrorCode);
        if (problem == AcceptProblem.Transient) return;
        if (problem == AcceptProblem.Fatal) throw cause;
        _acceptFrom_ns = MonotonicClock.Now_ns + (long)AcceptErrors.BackOff.TotalNanoseconds;
        _shortage.Occurred(Shortages.Of(cause.SocketErrorCode) ?? cause.Message);
    }

    private void Touch(SelectConnection connection)
    {
        if (connection.IsTouched) return;
        connection.IsTouched = true;
        _touched.Add(connection);
    }

    private void Remove(SelectConnection connection)
    {
        if (_connections.Remove(connection.Socket)) _life.Closed();
    }
}
