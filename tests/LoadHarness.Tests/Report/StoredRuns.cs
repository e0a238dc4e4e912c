using LoadHarness.Results;

namespace LoadHarness.Tests.Report;

/// <summary>Puts runs made by hand into run folders.</summary>
internal static class StoredRuns
{
    /// <summary>Writes a run, visit by visit.</summary>
    /// <param name="results">Folder of all runs.</param>
    /// <param name="run">The run.</param>
    /// <returns>Its folder.</returns>
    public static string Write(string results, StoredRun run)
    {
        using var writer = RunWriter.Create(results, run.Manifest);
        foreach (var visit in run.Levels.GroupBy(row => row.Key.Sequence))
        {
            writer.Append(new MeasuredLevel
            {
                Levels = [.. visit],
                Clients = [.. run.Clients.Where(row => row.Key.Sequence == visit.Key)],
                Windows = [.. run.Windows.Where(row => row.Key.Sequence == visit.Key)],
                Resources = [.. run.Resources.Where(row => row.Key.Sequence == visit.Key)],
                Histograms = run.Histograms[visit.Key],
            });
        }

        foreach (var row in run.Events) writer.Append(row);
        return writer.Folder;
    }
}
