using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>Checks what the generator threads of one level have recorded, key by key.</summary>
public static class LevelHistory
{
    /// <summary>Checks it.</summary>
    /// <param name="parts">What each thread has recorded, of the same keys; at least one.</param>
    public static HistoryReading Check(IReadOnlyList<RecordedHistory> parts)
    {
        var keys = parts[0].Keys;
        var cut_ns = parts.Min(part => part.Cut_ns);
        var reading = new HistoryReading
        {
            Verdict = HistoryVerdict.Linearizable,
            Operations = 0,
            Keys = keys.Count,
            Unchecked = parts.Sum(part => part.Unrecorded),
        };
        for (var key = 0; key < keys.Count; key++)
            reading = With(reading, keys[key], [.. parts.SelectMany(part => part.Operations[key])], cut_ns);
        return reading;
    }

    private static HistoryReading With(HistoryReading reading, string key, KeyOperation[] recorded, long cut_ns)
    {
        // Threads do not run out of room at the same time; what was checked is a true beginning of the whole.
        KeyOperation[] operations =
            [.. recorded.Where(operation => operation.Call_ns < cut_ns).Select(operation => Until(operation, cut_ns))];
        var known = operations.Where(operation => operation.IsKnown).ToArray();
        var longest_ns = known.Length == 0 ? 0 : known.Max(operation => operation.Return_ns - operation.Call_ns);
        var sum = reading with
        {
            Operations = reading.Operations + operations.Length,
            Unchecked = reading.Unchecked + recorded.Length - operations.Length,
            Unanswered = reading.Unanswered + operations.Length - known.Length,
            MostAtOnce = Math.Max(reading.MostAtOnce, MostAtOnce(known)),
            Longest_ns = Math.Max(reading.Longest_ns, longest_ns),
        };
        if (reading.Verdict == HistoryVerdict.Violated) return sum;
        var check = LinearizabilityChecker.Check(operations);
        return check.Verdict switch
        {
            HistoryVerdict.Linearizable => sum,
            HistoryVerdict.Undecided => sum with { Verdict = HistoryVerdict.Undecided },
            _ => sum with { Verdict = HistoryVerdict.Violated, Key = key, Kind = check.Kind, Proof = check.Proof },
        };
    }

    private static KeyOperation Until(KeyOperation operation, long cut_ns) =>
        operation.Return_ns < cut_ns ? operation : operation with { Return_ns = KeyOperation.Unknown };

    private static int MostAtOnce(KeyOperation[] known)
    {
        var (now, most) = (0, 0);
        foreach (var happened in EventOrder.Of(known))
        {
            now += EventOrder.Read(happened).IsReturn ? -1 : 1;
            most = Math.Max(most, now);
        }

        return most;
    }
}
