namespace LoadHarness.Workloads.Shared;

/// <summary>Keys and values in memory. Calls take turns, so a value of the same length is replaced in place.</summary>
/// <param name="limit_bytes">Most bytes of all keys and values together.</param>
internal sealed class KeyValueStore(long limit_bytes)
{
    /// <summary>What an entry costs besides its bytes, roughly: array headers and a place in the table.</summary>
    private const int Overhead_bytes = 96;

    private readonly Dictionary<byte[], byte[]> _values = new(KeyComparer.Instance);
    private long _used_bytes;

    /// <summary>The value of a key, valid until the next call; null when there is none.</summary>
    internal byte[]? Find(ReadOnlySpan<byte> key) =>
        _values.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var value) ? value : null;

    /// <summary>Sets a value.</summary>
    /// <returns>False when there is no room; nothing is changed then.</returns>
    internal bool Set(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (!TryPlace(key, value.Length, out var place)) return false;
        value.CopyTo(place);
        return true;
    }

    /// <summary>Gives a key a value that the caller writes at once.</summary>
    /// <param name="key">The key.</param>
    /// <param name="length">Bytes of the value.</param>
    /// <param name="place">Where it goes.</param>
    /// <returns>False when there is no room; nothing is changed then.</returns>
    internal bool TryPlace(ReadOnlySpan<byte> key, int length, out Span<byte> place)
    {
        var old = Find(key);
        place = old;
        if (old?.Length == length) return true;
        var added_bytes = (long)length - (old?.Length ?? -(key.Length + Overhead_bytes));
        if (_used_bytes + added_bytes > limit_bytes) return false;
        _used_bytes += added_bytes;
        var value = new byte[length];
        _values.GetAlternateLookup<ReadOnlySpan<byte>>()[key] = value;
        place = value;
        return true;
    }

    /// <summary>Takes a key out.</summary>
    /// <returns>False when it was not there.</returns>
    internal bool Remove(ReadOnlySpan<byte> key)
    {
        if (!_values.GetAlternateLookup<ReadOnlySpan<byte>>().Remove(key, out var name, out var value)) return false;
        _used_bytes -= name.Length + value.Length + Overhead_bytes;
        return true;
    }
}
