using System.Net.Sockets;

namespace LoadHarness.Platform.Network;

/// <summary>
/// What a network loop tells its owner. All calls come from the thread that runs the loop, inside a turn.
/// </summary>
public interface ILoopHandler
{
    /// <summary>A connection was accepted.</summary>
    void Accepted(LoopConnection connection);

    /// <summary>
    /// No connection can be taken from the backlog for now: something has run out, or the listening socket is of no use
    /// any more. The loop goes on trying; what a single connection's own failure brings is not told.
    /// </summary>
    void AcceptFailed(SocketError cause)
    {
        // Who does not listen is not told.
    }

    /// <summary>
    /// A connect has ended. Anything but <see cref="SocketError.Success"/>: the connection is already closed.
    /// </summary>
    void Connected(LoopConnection connection, SocketError outcome);

    /// <summary>
    /// Bytes arrived, or the end. The loop keeps what is not consumed and passes it again, longer, when more arrives.
    /// </summary>
    /// <param name="connection">From whom.</param>
    /// <param name="bytes">Received and not yet consumed. Valid during the call only.</param>
    /// <param name="end">The peer has shut its sending side down: nothing follows. Told once.</param>
    /// <returns>Bytes consumed, 0 … length; ignored when the handler closed the connection inside the call.</returns>
    int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end);

    /// <summary>Everything sent before has been handed to the kernel.</summary>
    void Drained(LoopConnection connection);

    /// <summary>A timer is due.</summary>
    void TimerDue(long token);

    /// <summary>The connection broke (reset, broken pipe…) and is already closed.</summary>
    void Closed(LoopConnection connection, SocketError cause);

    /// <summary>All events of the turn have been handled: the place for one flush for all of them.</summary>
    void TurnEnded();
}
