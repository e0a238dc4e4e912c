using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// Finds a few operations that contradict each other by themselves. Operations may be left out of a history as long as
/// that makes no violation: any read; a remove, as long as nobody missed a value; all operations on one value, unless
/// its removal could explain a miss. What is left is checked like any history.
/// </summary>
internal static class ProofFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="operations">The whole history.</param>
    /// <param name="initial">What the key held before.</param>
    /// <param name="conflict">Where the walk through it ended.</param>
    /// <returns>By their calls.</returns>
    public static IReadOnlyList<KeyOperation> Find(
        IReadOnlyList<KeyOperation> operations, long initial, EpisodeConflict conflict)
    {
        var last = conflict.Kind == ViolationKind.Missed ? LastBefore(operations, conflict.Operations[0]) : null;
        var few = conflict.Kind == ViolationKind.Missed
            ? Around(operations, conflict.Operations[0], last?.Call_ns ?? long.MinValue)
            : conflict.Operations;
        if (!IsViolated(few, initial)) return conflict.Operations;
        while (Without(few, initial, last?.Value) is { } fewer) few = fewer;
        return [.. few.OrderBy(operation => operation.Call_ns)];
    }

    private static bool IsViolated(IReadOnlyList<KeyOperation> operations, long initial) =>
        EpisodeWalk.Check(operations, initial) is not null;

    /// <summary>The last write that had its answer when a miss began.</summary>
    private static KeyOperation? LastBefore(IReadOnlyList<KeyOperation> operations, KeyOperation miss) => operations
        .Where(operation => operation.Kind == KeyOperationKind.Write && operation.Return_ns < miss.Call_ns)
        .Select(operation => (KeyOperation?)operation)
        .MaxBy(operation => operation!.Value.Call_ns);

    /// <summary>
    /// All that could explain a miss: what happened since the last write before it, and removes whose end is not known.
    /// What ended before that write has no more to say.
    /// </summary>
    private static IReadOnlyList<KeyOperation> Around(
        IReadOnlyList<KeyOperation> operations, KeyOperation miss, long from_ns)
    {
        bool IsNear(KeyOperation operation) =>
            operation.Return_ns >= from_ns && operation.Call_ns <= miss.Return_ns;
        var table = new EpisodeTable(operations, KeyOperation.Absent);
        var near = table.Operations.Zip(table.Episodes).Where(pair => IsNear(pair.First)).ToList();
        return
        [
            .. near.Where(pair => pair.Second is null && !pair.First.IsKnown).Select(pair => pair.First),
            .. near.Select(pair => pair.Second).OfType<Episode>().Distinct()
                .SelectMany(episode => episode.Ends().Distinct()),
            miss,
        ];
    }

    /// <summary>One thing less that still is a violation; null when there is none.</summary>
    private static KeyOperation[]? Without(IReadOnlyList<KeyOperation> few, long initial, long? kept)
    {
        foreach (var left in Removable(few, kept))
        {
            KeyOperation[] fewer = [.. few.Except(left)];
            if (fewer.Length < few.Count && IsViolated(fewer, initial)) return fewer;
        }

        return null;
    }

    /// <summary>What may be left out; not the last write before a miss, for whose sake others were.</summary>
    private static IEnumerable<IEnumerable<KeyOperation>> Removable(IReadOnlyList<KeyOperation> few, long? kept)
    {
        var hasMisses = few.Any(operation => operation.IsMiss);
        foreach (var ofValue in few.Where(operation => !operation.IsMiss).GroupBy(operation => operation.Value))
        {
            var isRemoved = ofValue.Any(operation => operation.Kind == KeyOperationKind.Remove);
            if (ofValue.Key != kept && (!isRemoved || !hasMisses)) yield return ofValue;
        }

        foreach (var operation in few)
        {
            var isRead = operation.Kind == KeyOperationKind.Read || operation.IsMiss;
            if (isRead || (operation.Kind == KeyOperationKind.Remove && !hasMisses)) yield return [operation];
        }
    }
}
