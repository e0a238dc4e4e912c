namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>What a key is for. The value is the first letter of the key.</summary>
internal enum KeyKind : byte
{
    /// <summary>Always there: looked up and scanned.</summary>
    Base = (byte)'k',

    /// <summary>To be inserted.</summary>
    Insert = (byte)'i',

    /// <summary>To be removed.</summary>
    Remove = (byte)'r',

    /// <summary>One of a few that all clients write, look up and remove.</summary>
    Contended = (byte)'c',
}
