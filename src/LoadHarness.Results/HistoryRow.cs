namespace LoadHarness.Results;

/// <summary>Whether the history of one level can be explained: a row of histories.csv.</summary>
public sealed record HistoryRow
{
    /// <summary>The level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>Whether the server did one thing after the other, as far as its clients saw.</summary>
    public HistoryState State { get; init; }

    /// <summary>Operations that were checked.</summary>
    public long Operations { get; init; }

    /// <summary>Operations that came after those, when the room for recording had been used up.</summary>
    public long Unchecked { get; init; }

    /// <summary>Operations among those checked whose answer never came.</summary>
    public long Unanswered { get; init; }

    /// <summary>Keys that the clients contended for.</summary>
    public int Keys { get; init; }

    /// <summary>Most operations on one key at the same time.</summary>
    public int MostAtOnce { get; init; }

    /// <summary>The longest operation, µs.</summary>
    public double Longest_us { get; init; }

    /// <summary>Where it is violated: the key.</summary>
    public string ViolatedKey { get; init; } = "";

    /// <summary>Where it is violated: one word about what contradicts what, e.g. <c>replaced</c>.</summary>
    public string Violation { get; init; } = "";
}
