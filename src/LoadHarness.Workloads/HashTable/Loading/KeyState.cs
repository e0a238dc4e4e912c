namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>What is known about a key on the server.</summary>
internal enum KeyState : byte
{
    /// <summary>Nothing.</summary>
    Unknown = 0,

    /// <summary>It is not there.</summary>
    Absent = 1,

    /// <summary>It is there with our value.</summary>
    Present = 2,

    /// <summary>An operation on it is outstanding.</summary>
    Busy = 3,
}
