using System.Text;
using LoadHarness.Results;
using LoadHarness.Results.Columns;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>
/// The files of a run. Promise: one line that says what is wrong, or rows that are the same after another trip through
/// a file.
/// </summary>
internal static class ResultTargets
{
    private const string Path = "x";

    private static readonly byte[][] _words = Promise.Bytes(
        ",", "\n", "\"", "\"\"", "1,", "2,", "3,", "NaN", "hashtable", "select", "ladder", "open", "kept", "valid",
        "invalid: a (b); c (d)", "suspect: x", "-1", "1e400", "9223372036854775807", "send", "due", "\r\n", "\"a,b\"",
        "é");

    private static readonly byte[][] _jsonWords = Promise.Bytes(
        "\"format\": 2", "\"run_id\": \"x\"", "\"scenario\": null", "\"started_utc\": \"2026-01-01T00:00:00+00:00\"",
        "\"state\": \"complete\"", "\"commands\": [null]", "\"host\": null", "\"rules\": {}", "\"thresholds\": [{}]",
        ":", ",", "{", "}", "[", "]", "null", "\"format\": 99", "\"notes\": [null]", "\"title\": 5");

    /// <summary>Every table, and the manifest.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        yield return Of(Tables.Levels, ["1", "2"]);
        yield return Of(Tables.Windows, ["1"]);
        yield return Of(Tables.Clients, ["1"]);
        yield return Of(Tables.Resources, ["1"]);
        yield return Of(Tables.Events, ["1"]);
        yield return Of(Tables.Peers, ["1"]);
        yield return Of(Tables.Samples, ["1"]);
        yield return Of(Tables.Connections, ["1"]);
        yield return Of(Tables.Histories, ["1"]);
        yield return Of(Tables.Violations, ["1"]);
        yield return Of(CalibrationTables.ServiceLog, ["1"]);
        yield return Of(CalibrationTables.Certificate, ["1"]);
        yield return new ReadTarget("result/histogram", Promise.RefusesBy<ResultsException>(Histogram))
        {
            Seeds = Promise.Bytes(
                "format,operation,low_ns,high_ns,count,basis\n2,get,0,0,5,send\n2,get,1000,1000,7,due\n"),
            Words = _words,
            Allowance_bytes = 16 * 1024 * 1024,
        };
        yield return new ReadTarget("result/manifest", Promise.RefusesBy<ResultsException>(Manifest))
        {
            Seeds = [ManifestFile.Bytes(new RunManifest { RunId = "r", Scenario = "s", Started_utc = default })],
            Words = _jsonWords,
        };
    }

    private static ReadTarget Of<TRow>(Table<TRow> table, string[] formats) => new(
        "result/" + table.FileName.Replace(".csv", "", StringComparison.Ordinal),
        Promise.RefusesBy<ResultsException>(input => Read(input, table)))
    {
        Seeds = [.. formats.Select(format => Seed(table, format))],
        Words = [.. _words, .. table.Columns.Select(column => Encoding.UTF8.GetBytes(column.Name))],
        Allowance_bytes = 4 * 1024 * 1024,
        AllowancePerByte = 8 * 1024,
    };

    private static byte[] Seed<TRow>(Table<TRow> table, string format)
    {
        var row = string.Join(',', table.Columns.Select(column => column.ToCsv(table.Blank)).Prepend(format));
        return Encoding.UTF8.GetBytes($"{string.Join(',', table.Header)}\n{row}\n{row}\n");
    }

    private static string Read<TRow>(byte[] input, Table<TRow> table)
    {
        var problems = new List<string>();
        var rows = new List<TRow>();
        CsvTableReader.Visit(Path, input, table, problems, rows.Add);
        foreach (var row in rows)
        {
            var texts = table.Columns.Select(column => column.ToCsv(row)).ToList();
            var again = table.Columns.Zip(texts).Aggregate(
                table.Blank, (made, cell) => cell.First.FromCsv(made, Encoding.UTF8.GetBytes(cell.Second)));
            var same = table.Columns.Zip(texts).All(
                cell => string.Equals(cell.First.ToCsv(again), cell.Second, StringComparison.Ordinal));
            Promise.Holds(same, "a row that was read is written and read again as it was");
            foreach (var column in table.Columns) column.ToReport(row);
        }

        return $"{(rows.Count > 1 ? "rows" : rows.Count > 0 ? "a row" : "none")} {problems.FirstOrDefault()}";
    }

    private static string Histogram(byte[] input)
    {
        var problems = new List<string>();
        var read = new LevelHistograms(Path);
        CsvTableReader.Visit(Path, input, Tables.Histogram, problems, read.Add);
        read.Complete();
        var histograms = read.BySend.Values.Concat(read.ByDue.Values).ToList();
        foreach (var histogram in histograms)
        {
            histogram.ValueAtQuantile_ns(0.5);
            Promise.Holds(histogram.Count >= 0, "a count of operations is no less than 0");
        }

        return histograms.Count > 1 ? "several" : histograms.Count > 0 ? "one" : "none";
    }

    private static string Manifest(byte[] input)
    {
        var manifest = ManifestFile.Parse(Path, Promise.Text(input));
        var written = ManifestFile.Bytes(manifest);
        var again = ManifestFile.Bytes(ManifestFile.Parse(Path, Encoding.UTF8.GetString(written)));
        Promise.Holds(written.AsSpan().SequenceEqual(again), "a manifest is read back as it was written");
        Promise.Holds(manifest.Scenario is not null && manifest.RunId is not null, "a manifest names run and scenario");
        return $"{manifest.State} {manifest.Commands.Count > 0} {manifest.Thresholds.Count > 0}";
    }
}
