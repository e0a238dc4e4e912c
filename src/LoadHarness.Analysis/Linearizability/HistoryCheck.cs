using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>What a check of one key's history came to.</summary>
/// <param name="Verdict">Whether the history can be explained.</param>
public sealed record HistoryCheck(HistoryVerdict Verdict)
{
    /// <summary>With <see cref="HistoryVerdict.Violated"/>: what contradicts what.</summary>
    public ViolationKind Kind { get; init; }

    /// <summary>
    /// With <see cref="HistoryVerdict.Violated"/>: a few operations, by their calls, that no order explains, whatever
    /// the others were. Empty when it takes many, or when the violation was found by trying all orders.
    /// </summary>
    public IReadOnlyList<KeyOperation> Proof { get; init; } = [];
}
