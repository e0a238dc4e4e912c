namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>
/// One request: its fields as they stand in the line, quotes included, not yet canonical. An absent field is empty.
/// </summary>
internal ref struct Request
{
    /// <summary>What is asked for.</summary>
    public TableMethod Method;

    /// <summary>The method as it stands in the line.</summary>
    public ReadOnlySpan<byte> MethodName;

    /// <summary>A JSON string.</summary>
    public ReadOnlySpan<byte> Key;

    /// <summary>Any JSON.</summary>
    public ReadOnlySpan<byte> Value;

    /// <summary>A JSON string.</summary>
    public ReadOnlySpan<byte> Regex;

    /// <summary>A JSON string.</summary>
    public ReadOnlySpan<byte> SubKey;

    /// <summary>Any JSON.</summary>
    public ReadOnlySpan<byte> SubValue;
}
