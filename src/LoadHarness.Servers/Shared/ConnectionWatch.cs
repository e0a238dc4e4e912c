namespace LoadHarness.Servers.Shared;

/// <summary>
/// What a connection is at: noted by the one thread that serves it, at the price of a few stores and without asking
/// any clock; looked at now and then by the one thread that keeps the time.
/// </summary>
/// <param name="timing">How long things may take.</param>
internal sealed class ConnectionWatch(ServerTiming timing)
{
    /// <summary>So much of an answer has to leave within the time for answers, or all of it.</summary>
    public const int AnswerPart_bytes = 64 * 1024;

    private long _moves = 1;
    private long _requests;
    private long _request;
    private long _answers;
    private long _answer;
    private long _left_bytes;
    private bool _isClosing;
    private Patience _idle;
    private Patience _whileRequested;
    private Patience _whileAnswering;
    private Patience _whileClosing;

    /// <summary>Something came or went.</summary>
    public void Moved() => Volatile.Write(ref _moves, _moves + 1);

    /// <summary>Says whether the next bytes are waited for in the middle of a request.</summary>
    /// <param name="isInRequest">Some of it is there.</param>
    /// <param name="isAnother">It is not the request that was waited for before.</param>
    public void Awaits(bool isInRequest, bool isAnother)
    {
        if (!isInRequest) Volatile.Write(ref _request, 0);
        else if (_request == 0 || isAnother) Volatile.Write(ref _request, ++_requests);
    }

    /// <summary>Bytes of an answer have left, or are about to.</summary>
    /// <param name="sent_bytes">How many left since the last call.</param>
    /// <param name="pending_bytes">How many wait.</param>
    public void Sent(long sent_bytes, long pending_bytes)
    {
        if (sent_bytes > 0) Moved();
        if (pending_bytes == 0)
        {
            Volatile.Write(ref _answer, 0);
            return;
        }

        _left_bytes += sent_bytes;
        if (_answer != 0 && _left_bytes < AnswerPart_bytes) return;
        _left_bytes = 0;
        Volatile.Write(ref _answer, ++_answers);
    }

    /// <summary>All is said; only the peer's end is waited for.</summary>
    public void Closes() => Volatile.Write(ref _isClosing, true);

    /// <summary>Looks whether something takes too long; by one thread, every
    /// <see cref="ServerOptions.CheckInterval"/>.</summary>
    /// <param name="now">Timestamp of the server's time source.</param>
    public Overdue Look(long now)
    {
        var isClosing = Volatile.Read(ref _isClosing);
        var answer = isClosing ? 0 : Volatile.Read(ref _answer);
        // Who has to take an answer first is not read from: a request behind it is not late.
        var request = isClosing || answer != 0 ? 0 : Volatile.Read(ref _request);
        var closes = _whileClosing.IsExhausted(isClosing ? 1 : 0, now, timing.Linger_ticks);
        var answers = _whileAnswering.IsExhausted(answer, now, timing.Answer_ticks);
        var requests = _whileRequested.IsExhausted(request, now, timing.Request_ticks);
        var idles = _idle.IsExhausted(Volatile.Read(ref _moves), now, timing.Idle_ticks);
        return closes ? Overdue.Close
            : answers ? Overdue.Answer
            : requests ? Overdue.Request
            : idles && !isClosing ? Overdue.Idle
            : Overdue.Nothing;
    }
}
