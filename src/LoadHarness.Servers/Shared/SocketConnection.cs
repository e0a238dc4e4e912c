using System.Net.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// A connection that one flow of control serves from beginning to end: everything but the calls that wait, which are
/// the model's own.
/// </summary>
internal abstract class SocketConnection : IOpenConnection
{
    private readonly ServerLife _life;
    private volatile bool _isLingering;
    private volatile bool _isRequestLate;
    private volatile bool _isCutOff;

    /// <summary>Takes a socket over.</summary>
    protected SocketConnection(Socket socket, Conversation conversation, ServerLife life)
    {
        Socket = socket;
        Conversation = conversation;
        _life = life;
    }

    /// <summary>The socket.</summary>
    protected Socket Socket { get; }

    /// <summary>What is said on it.</summary>
    protected Conversation Conversation { get; }

    /// <summary>True when what is read now is to be thrown away.</summary>
    protected bool IsServerStopping => _life.IsStopping;

    /// <summary>True when the request under way is to be given up: what is read now is of no use any more.</summary>
    protected bool IsRequestLate => _isRequestLate;

    /// <summary>True when there is nobody any more to go on for.</summary>
    protected bool IsCutOff => _isCutOff;

    /// <summary>The part of the output that one send may take: so that a slow peer's progress is seen.</summary>
    protected int NextSend_bytes => Math.Min(Conversation.Output.Length, ConnectionWatch.AnswerPart_bytes);

    /// <inheritdoc/>
    public void CheckTime(long now)
    {
        switch (Conversation.Watch.Look(now))
        {
            case Overdue.Nothing:
                return;
            case Overdue.Request:
                // Whoever serves it waits for input: it wakes up, and has the last word.
                _isRequestLate = true;
                StopReading();
                return;
            case Overdue.Answer:
                Conversation.TellUntaken();
                CutOff();
                return;
            default:
                CutOff();
                return;
        }
    }

    /// <inheritdoc/>
    public void StopReading()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Receive);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }

    /// <inheritdoc/>
    public void CutOff()
    {
        _isCutOff = true;
        // After the last answer a reset would only harm what is still on its way.
        if (_isLingering) Socket.Dispose();
        else Socket.Close(timeout: 0);
    }

    /// <summary>Passes on what was read into the space of the conversation's input; 0 is the peer's end.</summary>
    protected void TakeInput(int count)
    {
        Conversation.Watch.Moved();
        if (count == 0) Conversation.EndOfInput();
        else Conversation.Received(count);
    }

    /// <summary>What the handler has written is about to leave.</summary>
    protected void BeginOutput() => Conversation.Watch.Sent(0, Conversation.Output.Length);

    /// <summary>The kernel has taken the first <paramref name="count"/> bytes of the output.</summary>
    protected void TakenOutput(int count)
    {
        Conversation.Output.Sent(count);
        Conversation.Watch.Sent(count, Conversation.Output.Length);
    }

    /// <summary>
    /// All is said. What follows waits for the peer to close first: closing over unread input would reset the
    /// connection and cut the answer.
    /// </summary>
    protected void BeginLinger()
    {
        _isLingering = true;
        Conversation.Watch.Closes();
        Socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Serving has failed.</summary>
    protected void Fail(Exception cause)
    {
        // Cut off by another thread, or the peer is gone.
        if (cause is ObjectDisposedException or SocketException) return;
        // Durability is lost: this reply must not leave, and the server must not go on.
        _life.Fail(cause);
        CutOff();
    }

    /// <summary>Serving is over, however it ended.</summary>
    protected void End()
    {
        Conversation.Closed();
        Socket.Dispose();
    }
}
