using System.Net.Sockets;

namespace LoadHarness.Platform.Network.Readiness;

/// <summary>
/// The result of one receive or send as a single number, so that the hot path needs neither exceptions nor out
/// parameters:
/// bytes moved when it is 0 or more, the negated <see cref="SocketError"/> otherwise.
/// </summary>
internal static class Transfer
{
    /// <summary>Nothing could be moved now; ask again when the socket is ready.</summary>
    public const int WouldBlock = -(int)SocketError.WouldBlock;

    /// <summary>The number that stands for a failure.</summary>
    public static int Failed(SocketError error) => -(int)error;

    /// <summary>The failure that a negative number stands for.</summary>
    public static SocketError ErrorOf(int transfer) => (SocketError)(-transfer);
}
