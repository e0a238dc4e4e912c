using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// Checks whether what clients saw of one key could come from operations that take effect at one moment each, between
/// call and return. A table is linearizable when each of its keys is (locality: Herlihy and Wing, ACM TOPLAS 12, 1990).
/// </summary>
public static class LinearizabilityChecker
{
    /// <summary>Checks a history.</summary>
    /// <param name="operations">All operations on the key, in any order.</param>
    /// <param name="initial">What the key held before all of them.</param>
    public static HistoryCheck Check(IEnumerable<KeyOperation> operations, long initial = KeyOperation.Absent)
    {
        // A read whose answer never came changes nothing and says nothing.
        KeyOperation[] told =
            [.. operations.Where(operation => operation.IsKnown || operation.Kind != KeyOperationKind.Read)];
        if (!EpisodeTable.IsFor(told, initial)) return new HistoryCheck(StateSearch.Check(told, initial));
        return EpisodeWalk.Check(told, initial) is { } conflict
            ? new HistoryCheck(HistoryVerdict.Violated)
            {
                Kind = conflict.Kind,
                Proof = ProofFinder.Find(told, initial, conflict),
            }
            : new HistoryCheck(HistoryVerdict.Linearizable);
    }
}
