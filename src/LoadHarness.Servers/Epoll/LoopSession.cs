using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Network;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Epoll;

/// <summary>
/// One connection of an event-driven server: what it waits for, and what follows from each event. Holds no buffer.
/// </summary>
internal sealed class LoopSession(LoopConnection connection, Dialogue dialogue, LoopTurns turns)
{
    /// <summary>A peer with more unsent output than this is not read from: it takes its answers first.</summary>
    private const int PendingOutputLimit_bytes = 256 * 1024;

    private Next _next;
    private long _commitPoint;
    private long _due_ns;
    private int _rest_bytes;
    private int _discarded_bytes;
    private int _withheld;
    private bool _ended;
    private bool _hasDrained;
    private bool _isPaused;
    private bool _awaitsDrained;
    private bool _awaitsMoment;
    private bool _isGone;
    private long _given_bytes;
    private long _takenBefore_bytes;

    /// <summary>Its place in the server's list.</summary>
    public int Place { get; set; }

    /// <summary>True once all is said and only the peer's end is waited for.</summary>
    private bool IsLingering { get; set; }

    /// <summary>True when it waits for the next request and owes nothing.</summary>
    private bool IsQuiet =>
        !IsLingering && _next == Next.Read && _withheld == 0 && connection.PendingOutput_bytes == 0;

    /// <summary>The connection is up.</summary>
    public void Start() => Follow(dialogue.Start(turns.Output));

    /// <summary>Input is there.</summary>
    /// <returns>Bytes that are done with.</returns>
    public int Received(ReadOnlySpan<byte> input, bool end)
    {
        dialogue.Watch.Moved();
        if (IsLingering) return Discard(input.Length, end);
        // Nothing new: the loop tells again what was left before a pause.
        var isRepeated = input.Length == _rest_bytes && end == _ended && !_hasDrained;
        _ended |= end;
        if (isRepeated || _next != Next.Read)
        {
            _rest_bytes = input.Length;
            return 0;
        }

        _hasDrained = false;
        var step = dialogue.Receive(input, _ended, turns.Output);
        _rest_bytes = input.Length - step.Consumed;
        Follow(step);
        return step.Consumed;
    }

    /// <summary>All output has been handed to the kernel.</summary>
    public void Drained()
    {
        _awaitsDrained = false;
        dialogue.Watch.Moved();
        if (!IsLingering && _withheld == 0) Settle();
    }

    /// <summary>It is its turn to go on.</summary>
    public void Continue()
    {
        if (_isGone || _next != Next.Drain) return;
        if (connection.PendingOutput_bytes > 0)
        {
            // A loop that gathers what is sent learns late that not all of it could leave.
            Settle();
            return;
        }

        GoOn();
    }

    /// <summary>The moment that the handler asked for has come.</summary>
    public void Due()
    {
        _awaitsMoment = false;
        if (!_isGone && !IsLingering) GoOn();
    }

    /// <summary>The log is durable: output that waited for it leaves.</summary>
    public void Release(ReadOnlySpan<byte> bytes)
    {
        if (!connection.IsOpen) return;
        Give(bytes);
        if (--_withheld == 0) Settle();
    }

    /// <summary>The server is stopping: ends it when it owes nothing.</summary>
    public void EndIfQuiet()
    {
        if (IsQuiet) BeginToLinger();
    }

    /// <summary>Ends it, in the way that fits, when something takes too long.</summary>
    /// <param name="now">Timestamp of the server's time source.</param>
    public void CheckTime(long now)
    {
        var pending_bytes = connection.PendingOutput_bytes;
        var taken_bytes = _given_bytes - pending_bytes;
        dialogue.Watch.Sent(taken_bytes - _takenBefore_bytes, pending_bytes);
        _takenBefore_bytes = taken_bytes;
        switch (dialogue.Watch.Look(now))
        {
            case Overdue.Nothing:
                return;
            case Overdue.Request:
                Follow(dialogue.GiveUp(turns.Output));
                return;
            case Overdue.Answer:
                dialogue.TellUntaken();
                CutOff();
                return;
            default:
                CutOff();
                return;
        }
    }

    /// <summary>
    /// Cuts it off; in the middle of an answer with a reset, so that the peer cannot take a part for the whole.
    /// </summary>
    public void CutOff()
    {
        if (!connection.IsOpen) return;
        turns.Loop.Close(connection, reset: !IsLingering);
        turns.Remove(this);
    }

    /// <summary>The connection is gone; to be called once, last.</summary>
    public void Closed()
    {
        _isGone = true;
        dialogue.Closed();
    }

    private void GoOn()
    {
        dialogue.Watch.Moved();
        _hasDrained = true;
        Follow(dialogue.Drained(turns.Output));
    }

    private void Follow(Step step)
    {
        (_next, _due_ns) = (step.Next, step.Due_ns);
        _commitPoint = Math.Max(_commitPoint, step.CommitPoint);
        if (_next != Next.Read) Pause();
        if (_withheld > 0 || !turns.Output.MayLeave(_commitPoint))
        {
            _withheld++;
            turns.Output.Withhold(this, _commitPoint);
            return;
        }

        if (turns.Output.Length > 0)
        {
            Give(turns.Output.Written);
            turns.Output.CutBack(0);
        }

        Settle();
    }

    /// <summary>What was written has left as far as it goes: waits for what the handler wants next.</summary>
    private void Settle()
    {
        if (_next == Next.Read && connection.PendingOutput_bytes <= PendingOutputLimit_bytes)
        {
            Resume();
        }
        else if (_next == Next.Close && connection.PendingOutput_bytes == 0)
        {
            BeginToLinger();
        }
        else if (_next == Next.Wait)
        {
            if (!_awaitsMoment) turns.TellWhenDue(this, _due_ns);
            _awaitsMoment = true;
        }
        else if (_next == Next.Drain && connection.PendingOutput_bytes == 0)
        {
            turns.ContinueInTurn(this);
        }
        else
        {
            Pause();
            if (!_awaitsDrained) turns.Loop.Send(connection, default, notify: true);
            _awaitsDrained = true;
        }
    }

    private void Give(ReadOnlySpan<byte> bytes)
    {
        _given_bytes += bytes.Length;
        turns.Loop.Send(connection, bytes);
    }

    private void Pause()
    {
        if (_isPaused) return;
        _isPaused = true;
        turns.Loop.SetReading(connection, false);
    }

    private void Resume()
    {
        if (!_isPaused) return;
        _isPaused = false;
        // The loop tells the end again only together with bytes.
        if (_ended && _rest_bytes == 0) Received(default, end: true);
        else turns.Loop.SetReading(connection, true);
    }

    /// <summary>
    /// Shuts the sending side down and waits for the peer to close first: closing over unread input would reset the
    /// connection and cut the answer.
    /// </summary>
    private void BeginToLinger()
    {
        IsLingering = true;
        dialogue.Watch.Closes();
        turns.Loop.ShutdownSend(connection);
        if (_ended) CutOff();
        else turns.Loop.SetReading(connection, true);
    }

    private int Discard(int count, bool end)
    {
        _discarded_bytes += count;
        if (end || _discarded_bytes > ServerTiming.LingerLimit_bytes) CutOff();
        return count;
    }
}
