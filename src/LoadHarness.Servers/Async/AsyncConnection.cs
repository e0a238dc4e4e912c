using System.Net.Sockets;
using System.Runtime.CompilerServices;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Async;

/// <summary>A connection that one asynchronous method serves from beginning to end.</summary>
internal sealed class AsyncConnection : IOpenConnection
{
    private const int Discarded_bytes = 4096;

    private readonly Socket _socket;
    private readonly Conversation _conversation;
    private readonly AsyncFlusher? _flusher;
    private readonly ServerTiming _timing;
    private readonly ServerLife _life;
    private long _deadline;
    private volatile bool _isLingering;

    /// <summary>Takes a socket over.</summary>
    public AsyncConnection(
        Socket socket, Conversation conversation, AsyncFlusher? flusher, ServerTiming timing, ServerLife life)
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
    public async Task RunAsync()
    {
        try
        {
            await ConverseAsync();
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

    private async Task ConverseAsync()
    {
        _socket.NoDelay = true;
        _conversation.Start();
        while (true)
        {
            if (_conversation.Output.Length > 0) await SendOutputAsync();
            switch (_conversation.Next)
            {
                case Next.Read:
                    var count = await _socket.ReceiveAsync(_conversation.Input.Room());
                    // A stopping server ends this wait by shutting the receiving side down.
                    if (_life.IsStopping) goto default;
                    TakeInput(count);
                    break;
                case Next.Drain:
                    // Let others have a turn: a long answer must not keep a thread of the pool to itself.
                    await Task.Yield();
                    _conversation.Drained();
                    break;
                default:
                    await LingerAsync();
                    return;
            }
        }
    }

    private void TakeInput(int count)
    {
        Progressed();
        if (count == 0) _conversation.EndOfInput();
        else _conversation.Received(count);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendOutputAsync()
    {
        var output = _conversation.Output;
        if (_flusher is not null) await _flusher.WaitUntilAsync(_conversation.CommitPoint);
        while (output.Length > 0)
        {
            output.Sent(await _socket.SendAsync(output.PendingMemory));
            Progressed();
        }
    }

    /// <summary>
    /// Waits for the peer to close first: closing over unread input would reset the connection and cut the answer.
    /// </summary>
    private async Task LingerAsync()
    {
        _isLingering = true;
        Volatile.Write(ref _deadline, _timing.LingerDeadline(_timing.Now));
        _socket.Shutdown(SocketShutdown.Send);
        var discarded = System.Buffers.ArrayPool<byte>.Shared.Rent(Discarded_bytes);
        try
        {
            for (var total = 0; total < ServerTiming.LingerLimit_bytes;)
            {
                var count = await _socket.ReceiveAsync(discarded.AsMemory());
                if (count <= 0) return;
                total += count;
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(discarded);
        }
    }

    private void Progressed() => Volatile.Write(ref _deadline, _timing.IdleDeadline(_timing.Now));
}
