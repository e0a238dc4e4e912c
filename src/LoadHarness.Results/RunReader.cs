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

    /// <summary>
    /// Most of a run's bytes are in these files. They are read several at a time, and told of in the order of levels.
    /// </summary>
    private static void ReadHistograms(
        string folder,
        HashSet<int> whole,
        List<string> problems,
        Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> bySend,
        Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> byDue)
    {
        var levels = whole.Order()
            .Select(sequence => (Sequence: sequence, Path: Path.Combine(folder, RunFolder.HistogramFile(sequence))))
            .Where(level => File.Exists(level.Path))
            .Select(level => (level.Sequence, Reading: Task.Run(() => ReadLevel(level.Path)))).ToList();
        foreach (var (sequence, reading) in levels)
        {
            var (histograms, found) = reading.GetAwaiter().GetResult();
            problems.AddRange(found);
            bySend[sequence] = histograms.BySend;
            if (histograms.ByDue.Count > 0) byDue[sequence] = histograms.ByDue;
        }
    }

    private static (LevelHistograms Histograms, IReadOnlyList<string> Problems) ReadLevel(string path)
    {
        var histograms = new LevelHistograms(path);
        var problems = new List<string>();
        CsvTableReader.Visit(path, Tables.Histogram, problems, histograms.Add);
        histograms.Complete();
        return (histograms, problems);
    }
}
