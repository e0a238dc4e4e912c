using System.Net.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// A connection that one flow of control serves from beginning to end: everything but the calls that wait, which are
/// the model's own.
/// </summary>
internal abstract class SocketConnection : IOpenConnection
{
    private readonly ServerTiming _timing;
    private readonly ServerLife _life;
    private long _deadline;
    private volatile bool _isLingering;

    /// <summary>Takes a socket over.</summary>
    protected SocketConnection(Socket socket, Conversation conversation, ServerTiming timing, ServerLife life)
    {
        Socket = socket;
        Conversation = conversation;
        _timing = timing;
        _life = life;
        Progressed();
    }

    /// <inheritdoc/>
    public long Deadline => Volatile.Read(ref _deadline);

    /// <summary>The socket.</summary>
    protected Socket Socket { get; }

    /// <summary>What is said on it.</summary>
    protected Conversation Conversation { get; }

    /// <summary>True when what is read now is to be thrown away.</summary>
    protected bool IsServerStopping => _life.IsStopping;

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
        // After the last answer a reset would only harm what is still on its way.
        if (_isLingering) Socket.Dispose();
        else Socket.Close(timeout: 0);
    }

    /// <summary>Passes on what was read into the space of the conversation's input; 0 is the peer's end.</summary>
    protected void TakeInput(int count)
    {
        Progressed();
        if (count == 0) Conversation.EndOfInput();
        else Conversation.Received(count);
    }

    /// <summary>The kernel has taken the first <paramref name="count"/> bytes of the output.</summary>
    protected void TakenOutput(int count)
    {
        Conversation.Output.Sent(count);
        Progressed();
    }

    /// <summary>
    /// All is said. What follows waits for the peer to close first: closing over unread input would reset the
    /// connection and cut the answer.
    /// </summary>
    protected void BeginLinger()
    {
        _isLingering = true;
        Volatile.Write(ref _deadline, _timing.LingerDeadline(_timing.Now));
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

    private void Progressed() => Volatile.Write(ref _deadline, _timing.IdleDeadline(_timing.Now));
}
