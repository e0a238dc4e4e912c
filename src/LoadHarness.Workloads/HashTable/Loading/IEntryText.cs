namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>Formats keys and values by their numbers. Used by one thread.</summary>
internal interface IEntryText
{
    /// <summary>Room for the longest key and value.</summary>
    int LongestPair { get; }

    /// <summary>What every base key begins with.</summary>
    ReadOnlySpan<byte> BasePrefix { get; }

    /// <summary>Writes a key without quotes.</summary>
    /// <returns>Bytes written.</returns>
    int WriteKey(KeyKind kind, int number, Span<byte> target);

    /// <summary>Writes a value as JSON: an object of a weight and a name.</summary>
    /// <returns>Bytes written.</returns>
    int WriteValue(KeyKind kind, int number, Span<byte> target);

    /// <summary>The member <c>weight</c> of a value.</summary>
    int Weight(KeyKind kind, int number);

    /// <summary>The member <c>name</c> of a value.</summary>
    ReadOnlySpan<byte> Name(KeyKind kind, int number);
}
