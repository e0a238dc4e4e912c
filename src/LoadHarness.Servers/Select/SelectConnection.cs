using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Select;

/// <summary>A connected socket with its conversation: the steps of its life, none of which blocks.</summary>
internal sealed class SelectConnection
{
    /// <summary>A peer with more unsent output than this is not read from: it takes its answers first.</summary>
    private const int PendingOutputLimit_bytes = 256 * 1024;

    private readonly Conversation _conversation;
    private int _discarded_bytes;

    /// <summary>Takes a socket over.</summary>
    public SelectConnection(Socket socket, Conversation conversation)
    {
        Socket = socket;
        _conversation = conversation;
    }

    /// <summary>The socket; never blocks.</summary>
    public Socket Socket { get; }

    /// <summary>True once the socket is closed.</summary>
    public bool IsGone { get; private set; }

    /// <summary>True while the loop has it on the list of those it has dealt with in this turn.</summary>
    public bool IsTouched { get; set; }

    /// <summary>True when all is said and only the peer's end is waited for.</summary>
    public bool IsLingering { get; private set; }

    /// <summary>True when the next request may be read.</summary>
    public bool WantsInput =>
        !HasRest && _conversation.Next == Next.Read && _conversation.Output.Length <= PendingOutputLimit_bytes;

    /// <summary>True when requests that were read before, or the end, are to be passed on.</summary>
    public bool HasRest { get; private set; }

    /// <summary>True when output waits for room in the kernel.</summary>
    public bool WantsRoom => _conversation.Output.Length > 0;

    /// <summary>True when all output has left and the handler wants to produce more.</summary>
    public bool WantsToContinue => !IsGone && !IsLingering && !WantsRoom && _conversation.Next == Next.Drain;

    /// <summary>True when it waits for the next request and owes nothing.</summary>
    public bool IsQuiet => !IsLingering && !WantsRoom && !HasRest && _conversation.Next == Next.Read;

    /// <summary>The log position that must be durable before its output may leave; 0 when it has none.</summary>
    public long CommitPoint => WantsRoom ? _conversation.CommitPoint : 0;

    /// <summary>The connection is up.</summary>
    public void Start()
    {
        Socket.Blocking = false;
        Socket.NoDelay = true;
        _conversation.Start();
    }

    /// <summary>The socket is readable: reads once and lets the handler execute what is there.</summary>
    public void TakeInput()
    {
        if (IsLingering)
        {
            Discard();
            return;
        }

        var count = Socket.Receive(_conversation.Input.Space(), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            _conversation.Input.Release();
            return;
        }

        if (error != SocketError.Success)
        {
            Close(isReset: false);
            return;
        }

        _conversation.Watch.Moved();
        if (count == 0) _conversation.EndOfInput();
        else _conversation.Received(count);
    }

    /// <summary>Passes on what was read before.</summary>
    public void TakeRest()
    {
        HasRest = false;
        if (!IsGone && !IsLingering) _conversation.ReceiveRest();
    }

    /// <summary>All output has left, and it is its turn: lets the handler go on.</summary>
    public void Continue() => HasRest = _conversation.Drained();

    /// <summary>Sends as much as the kernel takes; after the last answer begins to close.</summary>
    public void SendOutput()
    {
        var output = _conversation.Output;
        if (output.Length > 0)
        {
            var sent = Socket.Send(output.Pending, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
            {
                Close(isReset: false);
                return;
            }

            output.Sent(sent);
            _conversation.Watch.Sent(sent, output.Length);
        }

        if (output.Length == 0 && _conversation.Next == Next.Close) BeginToLinger();
    }

    /// <summary>Ends it, in the way that fits, when something takes too long.</summary>
    /// <param name="now">Timestamp of the server's time source.</param>
    public void CheckTime(long now)
    {
        switch (_conversation.Watch.Look(now))
        {
            case Overdue.Nothing:
                return;
            case Overdue.Request:
                _conversation.GiveUp();
                SendOutput();
                return;
            case Overdue.Answer:
                _conversation.TellUntaken();
                CutOff();
                return;
            default:
                CutOff();
                return;
        }
    }

    /// <summary>
    /// Shuts the sending side down and waits for the peer to close first: closing over unread input would reset the
    /// connection
    /// and cut the answer.
    /// </summary>
    public void BeginToLinger()
    {
        if (IsLingering || IsGone) return;
        IsLingering = true;
        _conversation.Watch.Closes();
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            Close(isReset: false);
        }
    }

    /// <summary>
    /// Cuts it off; in the middle of an answer with a reset, so that the peer cannot take a part for the whole.
    /// </summary>
    public void CutOff() => Close(isReset: !IsLingering);

    private void Discard()
    {
        Span<byte> sink = stackalloc byte[4096];
        var count = Socket.Receive(sink, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return;
        _discarded_bytes += count;
        if (count <= 0 || error != SocketError.Success || _discarded_bytes > ServerTiming.LingerLimit_bytes) CutOff();
    }

    private void Close(bool isReset)
    {
        if (IsGone) return;
        IsGone = true;
        if (isReset) Socket.Close(timeout: 0);
        else Socket.Dispose();
        _conversation.Closed();
    }
}
