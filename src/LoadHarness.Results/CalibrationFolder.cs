using LoadHarness.Contracts.Storage;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>
/// A calibration's folder, <c>&lt;results&gt;/calibration/&lt;run-id&gt;/</c>: the certificate, and for each part a
/// folder with the log of the server and the run folder of the harness.
/// </summary>
public static class CalibrationFolder
{
    private const string Name = "calibration";

    /// <summary>The folder of a calibration, whether or not it is there.</summary>
    /// <param name="resultsRoot">Usually <c>results</c>.</param>
    /// <param name="runId">See <see cref="RunId"/>.</param>
    public static string Of(string resultsRoot, string runId) => Path.Combine(resultsRoot, Name, runId);

    /// <summary>Where the server of a part writes its log.</summary>
    public static string ServiceLog(string folder, string part) =>
        RunFolder.FileOf(Path.Combine(folder, part), CalibrationTables.ServiceLog);

    /// <summary>The newest calibration with a certificate; null when there is none.</summary>
    /// <param name="resultsRoot">Usually <c>results</c>.</param>
    public static string? Newest(string resultsRoot)
    {
        var all = Path.Combine(resultsRoot, Name);
        return Directory.Exists(all)
            ? Directory.EnumerateDirectories(all).Where(folder => RunId.IsRunId(Path.GetFileName(folder)))
                .Where(folder => File.Exists(RunFolder.FileOf(folder, CalibrationTables.Certificate)))
                .Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }

    /// <summary>Reads the log of a calibration service.</summary>
    /// <exception cref="ResultsException">It cannot be read, or its last line is only half there.</exception>
    public static IReadOnlyList<ServiceLogRow> ReadServiceLog(string path) => Read(path, CalibrationTables.ServiceLog);

    /// <summary>Reads the certificate of a calibration.</summary>
    /// <exception cref="ResultsException">It cannot be read.</exception>
    public static IReadOnlyList<CertificateRow> ReadCertificate(string folder) =>
        Read(RunFolder.FileOf(folder, CalibrationTables.Certificate), CalibrationTables.Certificate);

    /// <summary>Writes the certificate of a calibration.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="ResultsException">It cannot be written.</exception>
    public static string WriteCertificate(string folder, IEnumerable<CertificateRow> rows)
    {
        var path = RunFolder.FileOf(folder, CalibrationTables.Certificate);
        try
        {
            using var writer = new CsvTableWriter<CertificateRow>(path, CalibrationTables.Certificate);
            writer.Write(rows);
            writer.Flush();
            return path;
        }
        catch (Exception e) when (StorageProblem.IsExpected(e))
        {
            throw new ResultsException($"{path}: cannot be written: {StorageProblem.Reason(e)}", e);
        }
    }

    private static List<TRow> Read<TRow>(string path, Table<TRow> table)
    {
        var problems = new List<string>();
        var rows = CsvTableReader.Read(path, table, problems);
        return problems.Count == 0 ? rows : throw new ResultsException(problems[0]);
    }
}
