namespace LoadHarness.Servers.Shared;

/// <summary>
/// The bytes of large incomplete requests that all connections of a server keep waiting: many that are each within
/// their limit must not fill the memory together.
/// </summary>
/// <param name="limit_bytes">Most of them.</param>
internal sealed class HeldInput(long limit_bytes)
{
    /// <summary>Up to here nothing of a connection is counted: most requests touch no shared counter.</summary>
    public const int Free_bytes = 64 * 1024;

    private long _held_bytes;

    /// <summary>Counted now.</summary>
    public long Held_bytes => Volatile.Read(ref _held_bytes);

    /// <summary>A connection keeps more, or less, than before.</summary>
    /// <returns>False when it keeps more and all together are beyond the limit.</returns>
    public bool TryChange(long by_bytes) =>
        Interlocked.Add(ref _held_bytes, by_bytes) <= limit_bytes || by_bytes <= 0;
}
