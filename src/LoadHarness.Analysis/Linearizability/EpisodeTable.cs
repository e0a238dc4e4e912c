using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>The history of a key sorted by the values that it held.</summary>
internal sealed class EpisodeTable
{
    private readonly Dictionary<long, Episode> _byValue = [];

    /// <summary>Sorts a history for which <see cref="IsFor"/> holds.</summary>
    /// <param name="operations">All operations but reads without an answer.</param>
    /// <param name="initial">What the key held before.</param>
    public EpisodeTable(IReadOnlyList<KeyOperation> operations, long initial)
    {
        KeyOperation[] all = initial == KeyOperation.Absent
            ? [.. operations]
            : [new KeyOperation(KeyOperationKind.Write, initial, long.MinValue, long.MinValue), .. operations];
        foreach (var operation in all.Where(HasValue)) Add(operation);
        // A write without an answer whose value nobody saw need not have happened.
        foreach (var value in _byValue.Where(pair => IsIdle(pair.Value)).Select(pair => pair.Key).ToList())
            _byValue.Remove(value);
        Operations =
            [.. all.Where(operation => !HasValue(operation) || _byValue.ContainsKey(operation.Value))];
        Episodes = [.. Operations.Select(operation => HasValue(operation) ? _byValue[operation.Value] : null)];
    }

    /// <summary>The operations that count, the one that wrote the initial value among them.</summary>
    public KeyOperation[] Operations { get; }

    /// <summary>Of each operation the episode; null of those that saw no value or whose answer is not known.</summary>
    public Episode?[] Episodes { get; }

    /// <summary>All episodes.</summary>
    public IEnumerable<Episode> All => _byValue.Values;

    /// <summary>True when no value was written twice, so that whoever saw a value saw one certain write.</summary>
    public static bool IsFor(IEnumerable<KeyOperation> operations, long initial)
    {
        var written = new HashSet<long> { KeyOperation.Absent, initial };
        return operations.Where(operation => operation.Kind == KeyOperationKind.Write)
            .All(write => written.Add(write.Value));
    }

    private static bool HasValue(KeyOperation operation) =>
        operation.Kind == KeyOperationKind.Write || (operation.IsKnown && operation.Value != KeyOperation.Absent);

    private static bool IsIdle(Episode episode) => episode is { Count: 1, Write.IsKnown: false };

    private void Add(KeyOperation operation)
    {
        if (!_byValue.TryGetValue(operation.Value, out var episode))
            _byValue[operation.Value] = episode = new Episode();
        episode.Add(operation);
    }
}
