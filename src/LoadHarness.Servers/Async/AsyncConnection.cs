using System.Buffers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Async;

/// <summary>A connection that one asynchronous method serves.</summary>
internal sealed class AsyncConnection : SocketConnection
{
    private const int Discarded_bytes = 4096;

    private readonly AsyncFlusher? _flusher;

    /// <summary>Takes a socket over.</summary>
    public AsyncConnection(Socket socket, Conversation conversation, AsyncFlusher? flusher, ServerLife life)
        : base(socket, conversation, life) => _flusher = flusher;

    /// <summary>Serves the connection to its end.</summary>
    public async Task RunAsync()
    {
        try
        {
            await ConverseAsync();
        }
        catch (Exception cause)
        {
            Fail(cause);
        }
        finally
        {
            End();
        }
    }

    private async Task ConverseAsync()
    {
        Socket.NoDelay = true;
        Conversation.Start();
        while (true)
        {
            if (Conversation.Output.Length > 0) await SendOutputAsync();
            switch (Conversation.Next)
            {
                case Next.Read:
                    var count = await Socket.ReceiveAsync(Conversation.Input.Room());
                    // A stopping server ends this wait by shutting the receiving side down.
                    if (IsServerStopping) goto default;
                    if (IsRequestLate) Conversation.GiveUp();
                    else TakeInput(count);
                    break;
                case Next.Drain when IsCutOff:
                    return;
                case Next.Drain:
                    await GoOnAsync();
                    break;
                default:
                    await LingerAsync();
                    return;
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendOutputAsync()
    {
        var output = Conversation.Output;
        if (_flusher is not null) await _flusher.WaitUntilAsync(Conversation.CommitPoint);
        BeginOutput();
        while (output.Length > 0)
            TakenOutput(await Socket.SendAsync(output.PendingMemory[..NextSend_bytes]));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask GoOnAsync()
    {
        bool hasRest;
        if (Conversation.GoingOn is { } turn) await turn.WaitAsync();
        try
        {
            // Behind all that is ready to run: a long answer must not keep a thread of the pool to itself.
            await Task.Yield();
            hasRest = Conversation.Drained();
        }
        finally
        {
            Conversation.GoingOn?.Release();
        }

        if (hasRest) Conversation.ReceiveRest();
    }

    private async Task LingerAsync()
    {
        BeginLinger();
        var discarded = ArrayPool<byte>.Shared.Rent(Discarded_bytes);
        try
        {
            for (var total = 0; total < ServerTiming.LingerLimit_bytes;)
            {
                var count = await Socket.ReceiveAsync(discarded.AsMemory());
                if (count <= 0) return;
                total += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(discarded);
        }
    }
}
