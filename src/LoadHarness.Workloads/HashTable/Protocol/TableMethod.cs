namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>What a request asks for. The first six are the workload's operation types, in this order.</summary>
internal enum TableMethod
{
    /// <summary>Sets the value of a key.</summary>
    Insert = 0,

    /// <summary>Returns the value of a key.</summary>
    Lookup = 1,

    /// <summary>Returns the pairs whose key matches a pattern.</summary>
    Scan = 2,

    /// <summary>Takes a key out and returns its value.</summary>
    Remove = 3,

    /// <summary>Returns the number of keys.</summary>
    Size = 4,

    /// <summary>Returns the pairs whose value is an object with a certain member.</summary>
    Query = 5,

    /// <summary>Anything else.</summary>
    Unknown = 6,
}
