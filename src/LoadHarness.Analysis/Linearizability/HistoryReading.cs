using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>What the histories of all keys of one level tell.</summary>
public sealed record HistoryReading
{
    /// <summary>The worst of all keys.</summary>
    public required HistoryVerdict Verdict { get; init; }

    /// <summary>Operations that were checked.</summary>
    public required long Operations { get; init; }

    /// <summary>Operations that came after the room for recording had been used up.</summary>
    public long Unchecked { get; init; }

    /// <summary>Operations among those checked whose answer never came.</summary>
    public long Unanswered { get; init; }

    /// <summary>Keys.</summary>
    public int Keys { get; init; }

    /// <summary>Most operations on one key at the same time, those without an answer left out.</summary>
    public int MostAtOnce { get; init; }

    /// <summary>The longest operation with an answer, ns; 0 without any.</summary>
    public long Longest_ns { get; init; }

    /// <summary>Where it is violated: the key; else empty.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where it is violated: how.</summary>
    public ViolationKind Kind { get; init; }

    /// <summary>Where it is violated: the operations that show it, see <see cref="HistoryCheck.Proof"/>.</summary>
    public IReadOnlyList<KeyOperation> Proof { get; init; } = [];
}
