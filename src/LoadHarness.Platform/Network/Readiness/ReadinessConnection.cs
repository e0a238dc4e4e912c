using System.Net.Sockets;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Platform.Network.Readiness;

/// <summary>A connection of a loop that is told when a socket is ready and then moves the bytes itself.</summary>
internal abstract class ReadinessConnection : LoopConnection
{
    /// <summary>Input that its owner has seen and not consumed.</summary>
    public ByteQueue Unconsumed;

    /// <summary>Output that the kernel has not taken.</summary>
    public ByteQueue Output;

    /// <summary>The connect has not ended.</summary>
    public bool Connecting { get; set; }

    /// <summary>The owner wants input.</summary>
    public bool Reading { get; set; }

    /// <summary>The kernel may hold input that was not asked for yet.</summary>
    public bool Readable { get; set; }

    /// <summary>What was left unconsumed is to be passed again.</summary>
    public bool Repeats { get; set; }

    /// <summary>What arrives now is wanted, and nothing that came before it waits.</summary>
    public bool TakesInput => Reading && !Readable && !Repeats;

    /// <summary>The peer's end was told.</summary>
    public bool Ended { get; set; }

    /// <summary>The sending side is to be shut down when the output is gone.</summary>
    public bool ShutdownWanted { get; set; }

    /// <summary>The loop has a note to look at this connection in the next turn.</summary>
    public bool Queued { get; set; }

    /// <summary>Calls of <see cref="ILoopHandler.Drained"/> still owed.</summary>
    public int DrainedOwed { get; set; }

    /// <summary>
    /// Why the connection is broken, when that was found out at a moment at which the owner cannot be told.
    /// </summary>
    public SocketError Failure { get; set; }

    /// <inheritdoc/>
    public override int PendingOutput_bytes => Output.Length;

    /// <summary>Receives what is there; 0 is the peer's end. See <see cref="Transfer"/>.</summary>
    public abstract int Receive(Span<byte> target);

    /// <summary>Sends as much as the kernel takes. See <see cref="Transfer"/>.</summary>
    public abstract int Send(ReadOnlySpan<byte> bytes);

    /// <summary>Shuts the sending side down.</summary>
    public abstract void ShutdownSend();

    /// <summary>Reads and clears the socket's pending error.</summary>
    public abstract SocketError TakeError();

    /// <summary>Closes the socket.</summary>
    /// <param name="reset">True: with a reset.</param>
    public abstract void Release(bool reset);

    /// <summary>Puts everything back to the state of a new connection.</summary>
    protected void Renew()
    {
        (Token, Owner, IsOpen) = (0, null, true);
        (Connecting, Reading, Readable, Ended, ShutdownWanted) = (false, true, false, false, false);
        (Repeats, DrainedOwed, Failure) = (false, 0, SocketError.Success);
    }
}
