using System.Globalization;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>Where things are: <c>&lt;results&gt;/&lt;scenario&gt;/&lt;run-id&gt;/</c> and the files in it.</summary>
public static class RunFolder
{
    /// <summary>Name of the manifest.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Name of the folder of histograms.</summary>
    public const string Histograms = "histograms";

    /// <summary>File of the histograms of one level, relative to the run folder.</summary>
    /// <param name="sequence"><see cref="RunKey.Sequence"/>.</param>
    public static string HistogramFile(int sequence) =>
        Path.Combine(Histograms, sequence.ToString("D6", CultureInfo.InvariantCulture) + ".csv");

    /// <summary>The runs of a scenario, oldest first. A folder counts when it has a manifest.</summary>
    /// <param name="resultsRoot">Usually <c>results</c>.</param>
    /// <param name="scenario">The scenario's name.</param>
    public static IReadOnlyList<string> Runs(string resultsRoot, string scenario)
    {
        var folder = Path.Combine(resultsRoot, scenario);
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateDirectories(folder)
                .Where(run => RunId.IsRunId(Path.GetFileName(run)) && File.Exists(Path.Combine(run, Manifest)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The newest run of a scenario, or null when there is none.</summary>
    public static string? Newest(string resultsRoot, string scenario) =>
        Runs(resultsRoot, scenario) is [.., var newest] ? newest : null;

    internal static string FileOf<TRow>(string folder, Table<TRow> table) => Path.Combine(folder, table.FileName);
}
