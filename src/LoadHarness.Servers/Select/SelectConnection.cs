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
    private readonly ServerTiming _timing;
    private int _discarded_bytes;

    /// <summary>Takes a socket over.</summary>
    public SelectConnection(Socket socket, Conversation conversation, ServerTiming timing)
    {
        Socket = socket;
        _conversation = conversation;
        _timing = timing;
    }

    /// <summary>The socket; never blocks.</summary>
    public Socket Socket { get; }

    /// <summary>True once the socket is closed.</summary>
    public bool IsGone { get; private set; }

    /// <summary>True while the loop has it on the list of those it has dealt with in this turn.</summary>
    public bool IsTouched { get; set; }

    /// <summary>When it is cut off unless it makes progress.</summary>
    public long Deadline { get; private set; }

    /// <summary>True when all is said and only the peer's end is waited for.</summary>
    public bool IsLingering { get; private set; }

    /// <summary>True when the next request may be read.</summary>
    public bool WantsInput =>
        _conversation.Next == Next.Read && _conversation.Output.Length <= PendingOutputLimit_bytes;

    /// <summary>True when output waits for room in the kernel.</summary>
    public bool WantsRoom => _conversation.Output.Length > 0;

    /// <summary>True when all output has left and the handler wants to produce more.</summary>
    public bool WantsToContinue => !IsGone && !IsLingering && !WantsRoom && _conversation.Next == Next.Drain;

    /// <summary>True when it waits for the next request and owes nothing.</summary>
    public bool IsQuiet => !IsLingering && !WantsRoom && _conversation.Next == Next.Read;

    /// <summary>The log position that must be durable before its output may leave; 0 when it has none.</summary>
    public long CommitPoint => WantsRoom ? _conversation.CommitPoint : 0;

    /// <summary>The connection is up.</summary>
    public void Start(long now)
    {
        Socket.Blocking = false;
        Socket.NoDelay = true;
        Deadline = _timing.IdleDeadline(now);
        _conversation.Start();
    }

    /// <summary>The socket is readable: reads once and lets the handler execute what is there.</summary>
    public void TakeInput(long now)
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

        Deadline = _timing.IdleDeadline(now);
        if (count == 0) _conversation.EndOfInput();
        else _conversation.Received(count);
    }

    /// <summary>All output has left: lets the handler go on with its answer.</summary>
    public void Continue() => _conversation.Drained();

    /// <summary>Sends as much as the kernel takes; after the last answer begins to close.</summary>
    public void SendOutput(long now)
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

            if (sent > 0) Deadline = _timing.IdleDeadline(now);
            output.Sent(sent);
        }

        if (output.Length == 0 && _conversation.Next == Next.Close) BeginToLinger(now);
    }

    /// <summary>
    /// Shuts the sending side down and waits for the peer to close first: closing over unread input would reset the
    /// connection
    /// and cut the answer.
    /// </summary>
    public void BeginToLinger(long now)
    {
        if (IsLingering || IsGone) return;
        IsLingering = true;
        Deadline = _timing.LingerDeadline(now);
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
