using LoadHarness.Contracts.Loading;
using LoadHarness.Platform.Network;

namespace LoadHarness.Engine.VirtualClients;

/// <summary>A virtual client with all that the engine knows about it.</summary>
/// <param name="index">Its place on its generator thread: 0, 1, 2…</param>
/// <param name="client">The user itself.</param>
internal sealed class ClientSlot(int index, IVirtualClient client)
{
    /// <summary>Its place on its generator thread; the token of its connection.</summary>
    public int Index => index;

    /// <summary>The user itself.</summary>
    public IVirtualClient Client => client;

    /// <summary>Where it stands.</summary>
    public SlotState State { get; set; }

    /// <summary>Its connection; null without one.</summary>
    public LoopConnection? Connection { get; set; }

    /// <summary>
    /// When the outstanding operation or connect started, or the pause of a client that pauses ends, monotonic ns.
    /// </summary>
    public long Started_ns { get; set; }

    /// <summary>Open loop: when its operation was due, monotonic ns.</summary>
    public long Due_ns { get; set; }

    /// <summary>Open loop: how much later than due its operation was sent, ns.</summary>
    public long SendLag_ns { get; set; }

    /// <summary>Open loop: since when it waited for an arrival, monotonic ns.</summary>
    public long FreeSince_ns { get; set; }

    /// <summary>Open loop: it is one of <see cref="FreeSlots"/>.</summary>
    public bool IsFree { get; set; }

    /// <summary>The next one of <see cref="FreeSlots"/> that is free for longer.</summary>
    public ClientSlot? OlderFree { get; set; }

    /// <summary>The next one of <see cref="FreeSlots"/> that is free for less.</summary>
    public ClientSlot? NewerFree { get; set; }

    /// <summary>The client has begun an operation that has not ended.</summary>
    public bool HasBegun { get; set; }

    /// <summary>Correct operations on the present connection.</summary>
    public int OperationsOnConnection { get; set; }

    /// <summary>The server has ended its side of the connection.</summary>
    public bool PeerEnded { get; set; }

    /// <summary>Its first connect is one of those that the ramp counts.</summary>
    public bool IsRamping { get; set; }

    /// <summary>Received bytes that the loop keeps for it.</summary>
    public int Unconsumed_bytes { get; set; }

    /// <summary>Number of the timer it waits for; earlier ones are void.</summary>
    public int TimerNumber { get; set; }

    /// <summary>The token of the timer it waits for.</summary>
    public long TimerToken => ((long)TimerNumber << 32) | (uint)index;
}
