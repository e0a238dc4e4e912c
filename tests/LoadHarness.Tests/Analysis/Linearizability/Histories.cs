using LoadHarness.Contracts.Histories;

namespace LoadHarness.Tests.Analysis.Linearizability;

/// <summary>Made-up histories of one key, every value of which is written once.</summary>
internal static class Histories
{
    /// <summary>What clients see of a key that is as it should be.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="length">Operations.</param>
    /// <param name="overlap">Longest time between call or return and the moment at which an operation happens.</param>
    public static List<KeyOperation> Correct(Random random, int length, int overlap = 4)
    {
        var (state, written) = (KeyOperation.Absent, 0);
        var history = new List<KeyOperation>();
        foreach (var moment in Enumerable.Range(0, length).Select(_ => random.Next(2 * length)).Order().ToList())
        {
            var kind = (KeyOperationKind)random.Next(3);
            var value = kind == KeyOperationKind.Write ? ++written : state;
            var end = random.Next(12) > 0 ? moment + random.Next(overlap) : KeyOperation.Unknown;
            history.Add(new KeyOperation(kind, value, moment - random.Next(overlap), end, history.Count));
            if (kind != KeyOperationKind.Read) state = kind == KeyOperationKind.Write ? value : KeyOperation.Absent;
        }

        return history;
    }

    /// <summary>Makes somebody see something else: often that cannot be explained any more.</summary>
    public static List<KeyOperation> Spoilt(Random random, int length, int overlap = 4)
    {
        var history = Correct(random, length, overlap);
        var answers = Enumerable.Range(0, history.Count)
            .Where(i => history[i].Kind != KeyOperationKind.Write).ToList();
        if (answers.Count == 0) return history;
        var spoilt = answers[random.Next(answers.Count)];
        history[spoilt] = history[spoilt] with { Value = random.Next(length / 3 + 1) };
        return history;
    }

    public static KeyOperation Write(long value, long call, long end) =>
        new(KeyOperationKind.Write, value, call, end);

    public static KeyOperation Read(long value, long call, long end) => new(KeyOperationKind.Read, value, call, end);

    public static KeyOperation Remove(long value, long call, long end) =>
        new(KeyOperationKind.Remove, value, call, end);
}
