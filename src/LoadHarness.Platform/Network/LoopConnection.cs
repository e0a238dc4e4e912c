using System.Net;

namespace LoadHarness.Platform.Network;

/// <summary>
/// A connection as its owner sees it; loops derive their own. A loop may use the object again for another connection
/// after the
/// turn in which it was closed: an owner forgets it when it closes it or is told that it is closed.
/// </summary>
public abstract class LoopConnection
{
    /// <summary>The owner's own number for the connection.</summary>
    public int Token { get; set; }

    /// <summary>The owner's own object for the connection.</summary>
    public object? Owner { get; set; }

    /// <summary>False once closed.</summary>
    public bool IsOpen { get; protected internal set; } = true;

    /// <summary>Bytes accepted by <see cref="INetworkLoop.Send"/> and not yet handed to the kernel.</summary>
    public abstract int PendingOutput_bytes { get; }

    /// <summary>
    /// Asks the system for the other end's address: for once a connection, not for once a request.
    /// <see cref="UnknownPeer"/> when the connection is broken already.
    /// </summary>
    public abstract IPEndPoint ReadPeer();

    /// <summary>Stands for the address of a peer that has gone before it was asked for.</summary>
    protected static IPEndPoint UnknownPeer => new(IPAddress.None, 0);
}
