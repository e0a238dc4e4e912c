using System.Net.Sockets;

namespace LoadHarness.Platform.Sockets;

/// <summary>Sorts the errors of accept into three tiers.</summary>
public static class AcceptErrors
{
    /// <summary>How long to wait before the next accept after <see cref="AcceptProblem.Exhausted"/>.</summary>
    public static TimeSpan BackOff { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Classifies by the list of accept(2): network errors of the new connection are passed to the accepting server
    /// there and must be treated like "try again". The runtime has no code of its own for ENOMEM and EPROTO:
    /// both arrive as <see cref="SocketError.SocketError"/> and are waited out.
    /// </summary>
    public static AcceptProblem Classify(SocketError error) => error switch
    {
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.ProcessLimit
            or SocketError.SocketError or SocketError.OperationNotSupported
            => AcceptProblem.Exhausted,
        SocketError.WouldBlock or SocketError.TryAgain or SocketError.TimedOut or SocketError.Interrupted
            or SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.AccessDenied
            or SocketError.NetworkDown or SocketError.NetworkUnreachable or SocketError.NetworkReset
            or SocketError.HostDown or SocketError.HostUnreachable or SocketError.ProtocolOption
            => AcceptProblem.Transient,
        _ => AcceptProblem.Fatal,
    };
}
