using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Epoll;

/// <summary>
/// The one thread of an event-driven server: requests are handled and answered as the loop tells of them, those that
/// have to wait for the log at the end of the turn, all with one flush. Then handlers go on that want to, for a round.
/// Nothing in it blocks but the wait and the flush.
/// </summary>
internal sealed class LoopTurns : ILoopHandler, IServerLoop
{
    private readonly IService _service;
    private readonly IEventSink _sink;
    private readonly ServerLife _life;
    private readonly ServerLimits _limits;
    private readonly AcceptShortage _shortage;
    private readonly int _limit;
    private readonly List<LoopSession> _sessions = [];
    private readonly Dictionary<long, LoopSession> _waiting = [];
    private readonly Continuations<LoopSession> _toContinue;
    private long _lastTimer;
    private long _nextCheck_ns;

    /// <summary>Binds and listens; <see cref="Run"/> runs it.</summary>
    public LoopTurns(string loopName, IService service, ServerOptions options, IEventSink sink, ServerLife life)
    {
        Loop = NetworkLoops.Create(loopName);
        try
        {
            Endpoint = Loop.Listen(options.Endpoint, options.Backlog, options.SharesPort);
        }
        catch
        {
            Loop.Dispose();
            throw;
        }

        if (Loop.Note is { } note)
            sink.Occurred(new ServiceEvent("loop-replaced", MonotonicClock.Now_ns, 0, 1, $"{Loop.Name}: {note}"));
        Output = new TurnOutput(service.Durable);
        _service = service;
        _sink = sink;
        _life = life;
        _limits = new ServerLimits(options);
        _shortage = new AcceptShortage(sink);
        _toContinue = new Continuations<LoopSession>(options.Time);
        _limit = _limits.MaxConnections;
    }

    /// <inheritdoc/>
    public string Name => Loop.Name;

    /// <inheritdoc/>
    public IPEndPoint Endpoint { get; }

    /// <summary>Moves the bytes.</summary>
    public INetworkLoop Loop { get; }

    /// <summary>Where handlers write.</summary>
    public TurnOutput Output { get; }

    /// <inheritdoc/>
    public void Wake() => Loop.Wake();

    /// <inheritdoc/>
    public void Run()
    {
        while (!_life.IsStopping) Turn(_nextCheck_ns);
        Loop.SetAccepting(false);
        var until_ns = MonotonicClock.Now_ns + (long)ServerTiming.StopGrace.TotalNanoseconds;
        while (true)
        {
            for (var i = _sessions.Count - 1; i >= 0; i--) _sessions[i].EndIfQuiet();
            if (_sessions.Count == 0 || MonotonicClock.Now_ns > until_ns) return;
            Turn(until_ns);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var i = _sessions.Count - 1; i >= 0; i--) _sessions[i].CutOff();
        Loop.Dispose();
    }

    /// <summary>Calls <see cref="LoopSession.Due"/> when a moment has come, also when the session has ended by
    /// then.</summary>
    public void TellWhenDue(LoopSession session, long due_ns)
    {
        _waiting.Add(++_lastTimer, session);
        Loop.SetTimer(due_ns, _lastTimer);
    }

    /// <summary>Calls <see cref="LoopSession.Continue"/> when it is its turn, also when it has ended by then.</summary>
    public void ContinueInTurn(LoopSession session) => _toContinue.Add(session);

    /// <summary>A session's connection is closed.</summary>
    public void Remove(LoopSession session)
    {
        var last = _sessions[^1];
        _sessions[session.Place] = last;
        last.Place = session.Place;
        _sessions.RemoveAt(_sessions.Count - 1);
        session.Closed();
        _life.Closed();
        if (_sessions.Count == _limit - 1 && !_life.IsStopping) Loop.SetAccepting(true);
    }

    /// <inheritdoc/>
    public void Accepted(LoopConnection connection)
    {
        var dialogue = new Dialogue(
            _life.Opened(), connection.ReadPeer(), _service, exclusion: null, _sink, _limits);
        var session = new LoopSession(connection, dialogue, this) { Place = _sessions.Count };
        connection.Owner = session;
        _sessions.Add(session);
        if (_sessions.Count >= _limit) BeFull();
        session.Start();
    }

    /// <inheritdoc/>
    public void AcceptFailed(SocketError cause)
    {
        if (AcceptErrors.Classify(cause) == AcceptProblem.Fatal) throw new SocketException((int)cause);
        _shortage.Occurred(Shortages.Of(cause) ?? new SocketException((int)cause).Message);
    }

    /// <inheritdoc/>
    public void Connected(LoopConnection connection, SocketError outcome)
    {
        // A server connects to nobody.
    }

    /// <inheritdoc/>
    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end) =>
        SessionOf(connection).Received(bytes, end);

    /// <inheritdoc/>
    public void Drained(LoopConnection connection) => SessionOf(connection).Drained();

    /// <inheritdoc/>
    public void TimerDue(long token)
    {
        // Timers are of handlers that wait for a moment; deadlines are looked at between turns.
        if (_waiting.Remove(token, out var session)) session.Due();
    }

    /// <inheritdoc/>
    public void Closed(LoopConnection connection, SocketError cause) => Remove(SessionOf(connection));

    /// <inheritdoc/>
    public void TurnEnded()
    {
        Output.Release();
        if (!_toContinue.IsEmpty) ContinueOthers();
        if (Loop.TurnTime_ns >= _nextCheck_ns) CheckDeadlines();
    }

    private void Turn(long until_ns) => Loop.Turn(this, _toContinue.IsEmpty ? until_ns : 0);

    private void ContinueOthers()
    {
        // Answers that are made need not wait for those that take long.
        Loop.HandOver();
        _toContinue.BeginRound();
        while (_toContinue.TryTake(out var session)) session.Continue();
        Output.Release();
    }

    private void BeFull()
    {
        Loop.SetAccepting(false);
        _shortage.Full(_limits);
    }

    private static LoopSession SessionOf(LoopConnection connection) => (LoopSession)connection.Owner!;

    private void CheckDeadlines()
    {
        _nextCheck_ns = Loop.TurnTime_ns + (long)_limits.Timing.CheckInterval.TotalNanoseconds;
        var now = _limits.Timing.Now;
        for (var i = _sessions.Count - 1; i >= 0; i--) _sessions[i].CheckTime(now);
    }
}
