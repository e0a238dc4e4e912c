namespace LoadHarness.Contracts.Serving;

/// <summary>The durable side of a service. A model withholds output until the step's commit point is reached.</summary>
public interface IDurable
{
    /// <summary>
    /// Every log position up to this one, inclusive, is as safe as the flush policy promises. Never decreases; readable
    /// from any thread.
    /// </summary>
    long DurableUpTo { get; }

    /// <summary>
    /// Makes everything logged before the call durable and then advances <see cref="DurableUpTo"/>. Event-driven models
    /// call it once
    /// per turn of their loop (group commit), threaded ones through one shared flusher, never while they hold the
    /// handler lock.
    /// Safe to call from one thread while handlers run on others; calls of several threads take turns.
    /// </summary>
    /// <exception cref="DurabilityException">The log can no longer be written. The service accepts no more
    /// writes.</exception>
    void Flush();

    /// <summary>
    /// Completes with the cause when no more writes can be accepted, also when a background checkpoint or sync failed
    /// and no flush has yet; never faults and otherwise never completes. Whoever runs the server then stops it:
    /// requests in flight are answered, writes among them with an error, and what was acknowledged is safe.
    /// </summary>
    Task<DurabilityException> Failed { get; }

    /// <summary>Flushes that wrote something, since start. Readable from any thread.</summary>
    long FlushCount { get; }

    /// <summary>Time spent in those flushes, summed, ns. Readable from any thread.</summary>
    long FlushTime_ns { get; }
}
