using System.Globalization;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>Reads a run folder, also one whose run was interrupted in the middle of a write.</summary>
public static class RunReader
{
    /// <summary>Reads everything.</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="ResultsException">
    /// Something that is needed is missing, damaged or of a newer format; the message names it.
    /// </exception>
    public static StoredRun Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new ResultsException($"{folder}: no such run folder");
        var manifest = ManifestFile.Read(Path.Combine(folder, RunFolder.Manifest));
        var problems = new List<string>();
        var levels = CsvTableReader.Read(RunFolder.FileOf(folder, Tables.Levels), Tables.Levels, problems);
        var whole = levels.Select(l => l.Key.Sequence).ToHashSet();
        var bySend = new Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>>();
        var byDue = new Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>>();
        ReadHistograms(folder, whole, problems, bySend, byDue);
        var run = new StoredRun
        {
            Folder = folder,
            Manifest = manifest,
            Levels = levels,
            Clients = OfWholeLevels(folder, Tables.Clients, r => r.Key, whole, problems),
            Windows = OfWholeLevels(folder, Tables.Windows, r => r.Key, whole, problems),
            Resources = OfWholeLevels(folder, Tables.Resources, r => r.Key, whole, problems),
            Events = CsvTableReader.Read(RunFolder.FileOf(folder, Tables.Events), Tables.Events, problems),
            Samples = [.. IfThere(folder, Tables.Samples, problems).Where(r => whole.Contains(r.Key.Sequence))],
            Peers = IfThere(folder, Tables.Peers, problems),
            Histories = [.. IfThere(folder, Tables.Histories, problems).Where(r => whole.Contains(r.Key.Sequence))],
            Violations = [.. IfThere(folder, Tables.Violations, problems).Where(r => whole.Contains(r.Key.Sequence))],
            Connections = IfThere(folder, Tables.Connections, problems),
            Histograms = bySend,
            DueHistograms = byDue,
            Problems = problems,
        };
        problems.AddRange(MissingRows.Of(run));
        return run;
    }

    private static List<TRow> IfThere<TRow>(string folder, Table<TRow> table, List<string> problems)
    {
        var path = RunFolder.FileOf(folder, table);
        return File.Exists(path) ? CsvTableReader.Read(path, table, problems) : [];
    }

    private static List<TRow> OfWholeLevels<TRow>(
        string folder, Table<TRow> table, Func<TRow, RunKey> key, HashSet<int> whole, List<string> problems)
    {
        var path = RunFolder.FileOf(folder, table);
        var rows = CsvTableReader.Read(path, table, problems);
        var dropped = rows.RemoveAll(row => !whole.Contains(key(row).Sequence));
        if (dropped > 0)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {dropped} rows of a level that was not finished were left out"));
        }

        return rows;
    }

    /// <summary>Level by level, since the rows of all of them need much memory.</summary>
    private static void ReadHistograms(
        string folder,
        HashSet<int> whole,
        List<string> problems,
        Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> bySend,
        Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> byDue)
    {
        foreach (var sequence in whole.Order())
        {
            var path = Path.Combine(folder, RunFolder.HistogramFile(sequence));
            if (!File.Exists(path)) continue;
            var rows = CsvTableReader.Read(path, Tables.Histogram, problems).ToLookup(row => row.Basis);
            bySend[sequence] = ByOperation(path, rows[LatencyBasis.Send]);
            if (rows.Contains(LatencyBasis.Due)) byDue[sequence] = ByOperation(path, rows[LatencyBasis.Due]);
        }
    }

    /// <summary>Puts the steps of a file together again.</summary>
    /// <exception cref="ResultsException">One of them is no step of a histogram.</exception>
    internal static Dictionary<string, LatencyHistogram> ByOperation(string path, IEnumerable<HistogramRow> rows)
    {
        var byOperation = new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!byOperation.TryGetValue(row.Operation, out var histogram))
                byOperation[row.Operation] = histogram = new LatencyHistogram();
            Add(path, row.Step, histogram);
        }

        return byOperation;
    }

    private static void Add(string path, HistogramStep step, LatencyHistogram histogram)
    {
        if (step.Count > long.MaxValue - histogram.Count)
            throw new ResultsException($"{path}: more operations than can be counted");
        try
        {
            histogram.AddStep(step);
        }
        catch (ArgumentException e)
        {
            throw new ResultsException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
