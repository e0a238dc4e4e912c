namespace LoadHarness.Results;

/// <summary>
/// One of the few operations that contradict each other: a row of violations.csv. Those of one level belong together.
/// </summary>
public sealed record ViolationRow
{
    /// <summary>The level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>The key that all of them are about.</summary>
    public string TableKey { get; init; } = "";

    /// <summary>Number of the client.</summary>
    public int Client { get; init; }

    /// <summary>What it did: <c>write</c>, <c>read</c> or <c>remove</c>.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Number of the value written, seen or taken away; 0 when the key was not there.</summary>
    public long Value { get; init; }

    /// <summary>When it was sent, µs after the first of them.</summary>
    public double Call_us { get; init; }

    /// <summary>When its answer was there, µs after the first of them was sent; NaN when none came.</summary>
    public double Return_us { get; init; }
}
