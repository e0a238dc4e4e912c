using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// Finds a few operations that contradict each other by themselves. Operations may be left out of a history as long as
/// that makes no violation: any read; a remove, as long as nobody missed a value; all operations on one value, unless
/// its removal could explain a miss. What is left is checked like any history.
/// </summary>
internal static class ProofFinder
{
    /// <summary>Most operations that are looked through one by one.</summary>
    private const int Most = 1000;

    /// <summary>Finds them.</summary>
    /// <param name="operations">The whole history.</param>
    /// <param name="initial">What the key held before.</param>
    /// <param name="conflict">Where the walk through it ended.</param>
    /// <returns>By their calls; empty when it takes more than a few.</returns>
    public static IReadOnlyList<KeyOperation> Find(
        IReadOnlyList<KeyOperation> operations, long initial, EpisodeConflict conflict)
    {
        var (few, kept) = conflict.Kind == ViolationKind.Missed
            ? Since(operations, initial, conflict.Operations[0])
            : (conflict.Operations, null);
        if (few.Count > Most) return [];
        for (var fewer = Shrunk(few, initial, kept); fewer.Count < few.Count; fewer = Shrunk(few, initial, kept))
            few = fewer;
        return [.. few.OrderBy(operation => operation.Call_ns)];
    }

    private static bool IsViolated(IReadOnlyList<KeyOperation> operations, long initial) =>
        EpisodeWalk.Check(operations, initial) is not null;

    /// <summary>
    /// All that could explain a miss since some write that was answered before it: the last one, or as far back as it
    /// takes.
    /// </summary>
    private static (IReadOnlyList<KeyOperation> Few, long? Kept) Since(
        IReadOnlyList<KeyOperation> operations, long initial, KeyOperation miss)
    {
        var writes = operations
            .Where(operation => operation.Kind == KeyOperationKind.Write && operation.Return_ns < miss.Call_ns)
            .OrderByDescending(operation => operation.Call_ns).ToList();
        for (var back = 1; back <= writes.Count; back *= 2)
        {
            var few = Since(operations, writes[back - 1], miss);
            if (IsViolated(few, initial)) return (few, writes[back - 1].Value);
        }

        return (Until(operations, miss), null);
    }

    /// <summary>
    /// What was called before a miss returned, and for how long the values of that time were still there.
    /// </summary>
    private static List<KeyOperation> Until(IReadOnlyList<KeyOperation> operations, KeyOperation miss)
    {
        var table = new EpisodeTable(operations, KeyOperation.Absent);
        var before = Enumerable.Range(0, table.Operations.Length)
            .Where(i => table.Operations[i].Call_ns <= miss.Return_ns).ToList();
        var ends = before.Select(i => table.Episodes[i]).OfType<Episode>().Distinct().SelectMany(one => one.Ends());
        return [.. before.Select(i => table.Operations[i]).Concat(ends).Distinct()];
    }

    /// <summary>
    /// What happened since a write, and removes whose end is not known. What ended before the write cannot explain that
    /// somebody found nothing after it.
    /// </summary>
    private static List<KeyOperation> Since(
        IReadOnlyList<KeyOperation> operations, KeyOperation write, KeyOperation miss)
    {
        var table = new EpisodeTable(operations, KeyOperation.Absent);
        var episodes = new HashSet<Episode>();
        var few = new List<KeyOperation>();
        for (var i = 0; i < table.Operations.Length; i++)
        {
            var operation = table.Operations[i];
            if (operation.Return_ns < write.Call_ns || operation.Call_ns > miss.Return_ns) continue;
            if (table.Episodes[i] is { } episode) episodes.Add(episode);
            else if (!operation.IsKnown || operation.Call_ns > write.Return_ns) few.Add(operation);
        }

        return [.. few, .. episodes.SelectMany(episode => episode.Ends().Distinct())];
    }

    /// <summary>Leaves out, one after the other, what is not needed for a violation.</summary>
    private static IReadOnlyList<KeyOperation> Shrunk(IReadOnlyList<KeyOperation> few, long initial, long? kept)
    {
        foreach (var left in Removable(few, kept))
        {
            KeyOperation[] fewer = [.. few.Except(left)];
            if (IsViolated(fewer, initial)) few = fewer;
        }

        return few;
    }

    /// <summary>What may be left out; not the write before a miss for whose sake others were.</summary>
    private static List<IEnumerable<KeyOperation>> Removable(IReadOnlyList<KeyOperation> few, long? kept)
    {
        var hasMisses = few.Any(operation => operation.IsMiss);
        var removable = new List<IEnumerable<KeyOperation>>();
        foreach (var ofValue in few.Where(operation => !operation.IsMiss).GroupBy(operation => operation.Value))
        {
            var isRemoved = ofValue.Any(operation => operation.Kind == KeyOperationKind.Remove);
            if (ofValue.Key != kept && (!isRemoved || !hasMisses)) removable.Add([.. ofValue]);
        }

        foreach (var operation in few)
        {
            var isRead = operation.Kind == KeyOperationKind.Read || operation.IsMiss;
            if (isRead || (operation.Kind == KeyOperationKind.Remove && !hasMisses)) removable.Add([operation]);
        }

        return removable;
    }
}
