namespace LoadHarness.Platform.Sockets;

/// <summary>What a failed accept means for the server.</summary>
public enum AcceptProblem
{
    /// <summary>This one connection is gone (aborted by the peer, refused by a firewall): accept the next.</summary>
    Transient = 0,

    /// <summary>
    /// Descriptors, buffers or memory have run out: try again a little later, when others have closed.
    /// </summary>
    Exhausted = 1,

    /// <summary>The listening socket is of no use any more.</summary>
    Fatal = 2,
}
