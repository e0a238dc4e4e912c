namespace LoadHarness.Engine.VirtualClients;

/// <summary>
/// The clients that wait for an arrival, the one that is free for longest first: so all connections get the same share
/// of the work, as if they were users of equal habits. A list through the clients themselves: any of them can leave it,
/// and nothing is allocated.
/// </summary>
internal sealed class FreeSlots
{
    private ClientSlot? _newest;

    /// <summary>The one that is free for longest; null when none is.</summary>
    public ClientSlot? Oldest { get; private set; }

    /// <summary>A client has become free.</summary>
    /// <param name="slot">The client, not in the list.</param>
    /// <param name="now_ns">Since when, monotonic ns.</param>
    public void Add(ClientSlot slot, long now_ns)
    {
        (slot.IsFree, slot.FreeSince_ns) = (true, now_ns);
        (slot.OlderFree, slot.NewerFree) = (_newest, null);
        if (_newest is null) Oldest = slot;
        else _newest.NewerFree = slot;
        _newest = slot;
    }

    /// <summary>A client is free no more; nothing happens when it was not.</summary>
    public void Remove(ClientSlot slot)
    {
        if (!slot.IsFree) return;
        slot.IsFree = false;
        if (slot.OlderFree is null) Oldest = slot.NewerFree;
        else slot.OlderFree.NewerFree = slot.NewerFree;
        if (slot.NewerFree is null) _newest = slot.OlderFree;
        else slot.NewerFree.OlderFree = slot.OlderFree;
        (slot.OlderFree, slot.NewerFree) = (null, null);
    }
}
