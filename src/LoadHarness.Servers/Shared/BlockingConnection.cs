using System.Net.Sockets;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// A connection that one thread serves with synchronous calls only: a socket that has once done an asynchronous call
/// would go through the runtime's epoll engine for ever, and the model measured would be another.
/// </summary>
internal sealed class BlockingConnection : SocketConnection
{
    private readonly SharedFlusher? _flusher;

    /// <summary>Takes a socket over.</summary>
    public BlockingConnection(
        Socket socket, Conversation conversation, SharedFlusher? flusher, ServerLife life)
        : base(socket, conversation, life) => _flusher = flusher;

    /// <summary>Serves the connection to its end.</summary>
    public void Run()
    {
        try
        {
            Converse();
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

    private void Converse()
    {
        Socket.NoDelay = true;
        Conversation.Start();
        while (SendOutput())
        {
            switch (Conversation.Next)
            {
                case Next.Read when !ReadInput():
                    return;
                case Next.Read:
                    break;
                case Next.Drain when IsCutOff:
                    return;
                case Next.Drain:
                    GoOn();
                    break;
                default:
                    Linger();
                    return;
            }
        }
    }

    private void GoOn()
    {
        var turn = Conversation.GoingOn;
        turn?.Wait();
        bool hasRest;
        try
        {
            hasRest = Conversation.Drained();
        }
        finally
        {
            turn?.Release();
        }

        if (hasRest) Conversation.ReceiveRest();
    }

    private bool ReadInput()
    {
        // A stopping server ends this wait by shutting the receiving side down.
        var count = Socket.Receive(Conversation.Input.Space(), SocketFlags.None, out var error);
        if (error != SocketError.Success) return false;
        if (IsServerStopping)
        {
            Linger();
            return false;
        }

        if (IsRequestLate) Conversation.GiveUp();
        else TakeInput(count);
        return true;
    }

    private bool SendOutput()
    {
        var output = Conversation.Output;
        if (output.Length == 0) return true;
        _flusher?.WaitUntil(Conversation.CommitPoint);
        BeginOutput();
        while (output.Length > 0)
        {
            TakenOutput(Socket.Send(output.Pending[..NextSend_bytes], SocketFlags.None, out var error));
            if (error != SocketError.Success) return false;
        }

        return true;
    }

    private void Linger()
    {
        BeginLinger();
        Span<byte> discarded = stackalloc byte[4096];
        var total = 0;
        while (total < ServerTiming.LingerLimit_bytes)
        {
            var count = Socket.Receive(discarded, SocketFlags.None, out var error);
            if (count <= 0 || error != SocketError.Success) return;
            total += count;
        }
    }
}
