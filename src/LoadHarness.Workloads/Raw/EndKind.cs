namespace LoadHarness.Workloads.Raw;

/// <summary>What ends an answer.</summary>
internal enum EndKind
{
    /// <summary>Certain bytes, which belong to it.</summary>
    Delimiter = 0,

    /// <summary>Its length.</summary>
    Length = 1,

    /// <summary>The end of the connection.</summary>
    Close = 2,
}
