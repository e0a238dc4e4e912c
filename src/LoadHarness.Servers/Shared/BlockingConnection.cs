using System.Net.Sockets;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// A connection that one thread serves from beginning to end with synchronous calls only: a socket that has once done
/// an
/// asynchronous call would go through the runtime's epoll engine for ever, and the model measured would be another.
/// </summary>
internal sealed class BlockingConnection : IOpenConnection
{
    private readonly Socket _socket;
    private readonly Conversation _conversation;
    private readonly SharedFlusher? _flusher;
    private readonly ServerTiming _timing;
    private readonly ServerLife _life;
    private long _deadline;
    private volatile bool _isLingering;

    /// <summary>Takes a socket over.</summary>
    public BlockingConnection(
        Socket socket, Conversation conversation, SharedFlusher? flusher, ServerTiming timing, ServerLife life)
    {
        _socket = socket;
        _conversation = conversation;
        _flusher = flusher;
        _timing = timing;
        _life = life;
        Progressed();
    }

    /// <inheritdoc/>
    public long Deadline => Volatile.Read(ref _deadline);

    /// <summary>Serves the connection to its end.</summary>
    public void Run()
    {
        try
        {
            Converse();
        }
        catch (ObjectDisposedException)
        {
            // Cut off by another thread.
        }
        catch (SocketException)
        {
            // The peer is gone.
        }
        catch (Exception fault)
        {
            // Durability is lost: this reply must not leave, and the server must not go on.
            _life.Fail(fault);
            CutOff();
        }
        finally
        {
            _conversation.Closed();
            _socket.Dispose();
        }
    }

    /// <inheritdoc/>
    public void StopReading()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Receive);
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
        if (_isLingering) _socket.Dispose();
        else _socket.Close(timeout: 0);
    }

    private void Converse()
    {
        _socket.NoDelay = true;
        _conversation.Start();
        while (SendOutput())
        {
            switch (_conversation.Next)
            {
                case Next.Read when !ReadInput():
                    return;
                case Next.Read:
                    break;
                case Next.Drain:
                    _conversation.Drained();
                    break;
                default:
                    Linger();
                    return;
            }
        }
    }

    private bool ReadInput()
    {
        // A stopping server ends this wait by shutting the receiving side down.
        var count = _socket.Receive(_conversation.Input.Space(), SocketFlags.None, out var error);
        if (error != SocketError.Success) return false;
        if (_life.IsStopping)
        {
            Linger();
            return false;
        }

        Progressed();
        if (count == 0) _conversation.EndOfInput();
        else _conversation.Received(count);
        return true;
    }

    private bool SendOutput()
    {
        var output = _conversation.Output;
        if (output.Length > 0) _flusher?.WaitUntil(_conversation.CommitPoint);
        while (output.Length > 0)
        {
            output.Sent(_socket.Send(output.Pending, SocketFlags.None, out var error));
            if (error != SocketError.Success) return false;
            Progressed();
        }

        return true;
    }

    /// <summary>
    /// Waits for the peer to close first: closing over unread input would reset the connection and cut the answer.
    /// </summary>
    private void Linger()
    {
        _isLingering = true;
        Volatile.Write(ref _deadline, _timing.LingerDeadline(_timing.Now));
        _socket.Shutdown(SocketShutdown.Send);
        Span<byte> discarded = stackalloc byte[4096];
        var total = 0;
        while (total < ServerTiming.LingerLimit_bytes)
        {
            var count = _socket.Receive(discarded, SocketFlags.None, out var error);
            if (count <= 0 || error != SocketError.Success) return;
            total += count;
        }
    }

    private void Progressed() => Volatile.Write(ref _deadline, _timing.IdleDeadline(_timing.Now));
}
