using System.Text;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Torture.Crashes;

/// <summary>What a table holds, as one line that can be compared.</summary>
internal static class TableText
{
    /// <summary>Of a store, as it is now.</summary>
    public static string Of(TableStore store)
    {
        using var snapshot = store.TakeSnapshot();
        var pairs = new List<string>();
        foreach (var entry in snapshot.Candidates)
        {
            if (entry.At(snapshot.Sequence)?.Value is { } value)
                pairs.Add(Encoding.ASCII.GetString(entry.Key) + Encoding.ASCII.GetString(value));
        }

        return string.Join(' ', pairs.Order(StringComparer.Ordinal));
    }

    /// <summary>Of what it should hold.</summary>
    public static string Of(IReadOnlyDictionary<string, string> pairs) =>
        string.Join(' ', pairs.Select(pair => pair.Key + pair.Value).Order(StringComparer.Ordinal));
}
