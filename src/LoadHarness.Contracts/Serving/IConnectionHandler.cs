using System.Buffers;

namespace LoadHarness.Contracts.Serving;

/// <summary>
/// The server side of one connection, without any input or output of its own: bytes in, bytes out, what next.
/// A server model owns the socket and the buffers and calls these methods, one at a time for one connection;
/// if the service needs exclusion (<see cref="IService.NeedsExclusion"/>), one at a time for all connections.
/// </summary>
public interface IConnectionHandler
{
    /// <summary>Called once after accept, before any input: a list or an image answers a bare connect.</summary>
    /// <param name="output">Where the answer goes. Large answers are written in pieces of about 64 KiB, see
    /// <see cref="Next.Drain"/>.</param>
    Step Start(IBufferWriter<byte> output);

    /// <summary>
    /// Called when input is there. The model keeps what was not consumed and passes it again, longer, when more
    /// arrives,
    /// so a handler remembers how far it has searched. Input of several requests may arrive at once; a handler
    /// may answer them all in one call, or consume one and return <see cref="Next.Drain"/> to take turns: after the
    /// <see cref="Drained"/> that returns <see cref="Next.Read"/> the rest is passed at once, without waiting for new
    /// bytes.
    /// </summary>
    /// <param name="input">All bytes received and not yet consumed. Valid during the call only.</param>
    /// <param name="end">True when the peer has finished sending: nothing will follow <paramref name="input"/>.</param>
    /// <param name="output">Where answers go.</param>
    Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output);

    /// <summary>
    /// Called after <see cref="Next.Drain"/> once all earlier output has been handed to the kernel and, of a service
    /// with one turn for all, requests that came in the meantime had theirs: the place for the next piece of a large
    /// answer, or the next slice of long work.
    /// After <see cref="Next.Wait"/>, once the moment has come.
    /// </summary>
    Step Drained(IBufferWriter<byte> output);

    /// <summary>
    /// True while bytes have been consumed that belong to a request which is not complete: the time that one request
    /// may take goes on. Bytes left unconsumed say the same without it.
    /// </summary>
    bool IsInRequest => false;

    /// <summary>
    /// Called when the model will wait for the peer no longer, in the middle of a request: the place for an error in
    /// the words of the protocol, where it has one. The connection is closed afterwards.
    /// </summary>
    /// <param name="why">What was not kept, in one line of ASCII.</param>
    /// <param name="output">Where the error goes.</param>
    void GiveUp(string why, IBufferWriter<byte> output)
    {
        // Most protocols have no words for it.
    }

    /// <summary>Called exactly once, last, however the connection ended. Releases what the handler holds.</summary>
    void Closed();
}
