using System.Globalization;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Storage;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>
/// Writes a run folder while the run goes on. After every call the folder can be read: what was appended is there,
/// even when the process is killed. Not thread-safe: one writer, one thread.
/// </summary>
public sealed class RunWriter : IDisposable
{
    private readonly CsvTableWriter<LevelRow> _levels;
    private readonly CsvTableWriter<ClientRow> _clients;
    private readonly CsvTableWriter<WindowRow> _windows;
    private readonly CsvTableWriter<ResourceRow> _resources;
    private readonly CsvTableWriter<EventRow> _events;
    private CsvTableWriter<SampleRow>? _samples;
    private CsvTableWriter<PeerRow>? _peers;
    private CsvTableWriter<HistoryRow>? _histories;
    private CsvTableWriter<ViolationRow>? _violations;
    private CsvTableWriter<ConnectionRow>? _connections;

    private RunWriter(string folder, RunManifest manifest, CsvTableWriter<LevelRow> levels)
    {
        (Folder, Manifest, _levels) = (folder, manifest, levels);
        Directory.CreateDirectory(Path.Combine(folder, RunFolder.Histograms));
        _clients = new(RunFolder.FileOf(folder, Tables.Clients), Tables.Clients);
        _windows = new(RunFolder.FileOf(folder, Tables.Windows), Tables.Windows);
        _resources = new(RunFolder.FileOf(folder, Tables.Resources), Tables.Resources);
        _events = new(RunFolder.FileOf(folder, Tables.Events), Tables.Events);
        Save(manifest);
    }

    /// <summary>Path of the run folder.</summary>
    public string Folder { get; }

    /// <summary>The manifest as saved last.</summary>
    public RunManifest Manifest { get; private set; }

    /// <summary>Makes the folder of a new run and its files.</summary>
    /// <param name="resultsRoot">Usually <c>results</c>.</param>
    /// <param name="manifest">
    /// What the run is; a second run within one second, of this process or another, gets a suffix to its id.
    /// </param>
    /// <exception cref="ResultsException">The folder cannot be made.</exception>
    public static RunWriter Create(string resultsRoot, RunManifest manifest)
    {
        var scenario = Path.Combine(resultsRoot, manifest.Scenario);
        return Guarded(scenario, () =>
        {
            for (var i = 1; ; i++)
            {
                var id = i == 1 ? manifest.RunId
                    : manifest.RunId + "-" + i.ToString("D2", CultureInfo.InvariantCulture);
                var folder = Path.Combine(scenario, id);
                if (Directory.Exists(folder) || Claim(folder) is not { } levels) continue;
                return new RunWriter(folder, manifest with { RunId = id }, levels);
            }
        });
    }

    /// <summary>Takes a folder by making its first file, which only one of several runs can do.</summary>
    private static CsvTableWriter<LevelRow>? Claim(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new CsvTableWriter<LevelRow>(RunFolder.FileOf(folder, Tables.Levels), Tables.Levels);
        }
        catch (IOException e) when (StorageProblem.IsThereAlready(e))
        {
            return null;
        }
    }

    /// <summary>
    /// Appends a finished level. Its row in levels.csv comes last, so that a level found there is whole.
    /// </summary>
    /// <exception cref="ResultsException">The files cannot be written.</exception>
    public void Append(MeasuredLevel level) => Guarded(Folder, () =>
    {
        _windows.Write(level.Windows);
        _windows.Flush();
        _clients.Write(level.Clients);
        _clients.Flush();
        _resources.Write(level.Resources);
        _resources.Flush();
        WriteSamples(level);
        WriteHistograms(level);
        WriteHistory(level);
        _levels.Write(level.Levels);
        _levels.Flush();
        return 0;
    });

    /// <summary>Appends an event.</summary>
    /// <exception cref="ResultsException">The file cannot be written.</exception>
    public void Append(EventRow row) => Guarded(Folder, () =>
    {
        _events.Write([row]);
        _events.Flush();
        return 0;
    });

    /// <summary>Appends what a load tool did in one round; the file is made with its first row.</summary>
    /// <exception cref="ResultsException">The file cannot be written.</exception>
    public void Append(PeerRow row) => Guarded(Folder, () =>
    {
        _peers ??= new(RunFolder.FileOf(Folder, Tables.Peers), Tables.Peers);
        _peers.Write([row]);
        _peers.Flush();
        return 0;
    });

    /// <summary>Appends what connections that were held cost; the file is made with its first row.</summary>
    /// <exception cref="ResultsException">The file cannot be written.</exception>
    public void Append(ConnectionRow row) => Guarded(Folder, () =>
    {
        _connections ??= new(RunFolder.FileOf(Folder, Tables.Connections), Tables.Connections);
        _connections.Write([row]);
        _connections.Flush();
        return 0;
    });

    /// <summary>Replaces the manifest, e.g. with its final state.</summary>
    /// <exception cref="ResultsException">The file cannot be written.</exception>
    public void Save(RunManifest manifest) => Guarded(Folder, () =>
    {
        ManifestFile.Write(Path.Combine(Folder, RunFolder.Manifest), manifest);
        Manifest = manifest;
        return 0;
    });

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _levels.Dispose();
        _clients.Dispose();
        _windows.Dispose();
        _resources.Dispose();
        _events.Dispose();
        _samples?.Dispose();
        _peers?.Dispose();
        _histories?.Dispose();
        _violations?.Dispose();
        _connections?.Dispose();
    }

    /// <summary>The files are made with their first rows.</summary>
    private void WriteHistory(MeasuredLevel level)
    {
        if (level.History is not { } history) return;
        if (level.Violations.Count > 0)
        {
            _violations ??= new(RunFolder.FileOf(Folder, Tables.Violations), Tables.Violations);
            _violations.Write(level.Violations);
            _violations.Flush();
        }

        _histories ??= new(RunFolder.FileOf(Folder, Tables.Histories), Tables.Histories);
        _histories.Write([history]);
        _histories.Flush();
    }

    private void WriteSamples(MeasuredLevel level)
    {
        if (level.Samples.Count == 0) return;
        _samples ??= new(RunFolder.FileOf(Folder, Tables.Samples), Tables.Samples);
        _samples.Write(level.Samples);
        _samples.Flush();
    }

    private void WriteHistograms(MeasuredLevel level)
    {
        if (level.Histograms.Count == 0) return;
        var path = Path.Combine(Folder, RunFolder.HistogramFile(level.Levels[0].Key.Sequence));
        using var file = new CsvTableWriter<HistogramRow>(path, Tables.Histogram);
        foreach (var (operation, histogram) in level.Histograms) Write(operation, histogram, LatencyBasis.Send);
        foreach (var (operation, histogram) in level.DueHistograms) Write(operation, histogram, LatencyBasis.Due);
        file.Flush();

        void Write(string operation, LatencyHistogram histogram, LatencyBasis basis) =>
            file.Write(histogram.Steps().Select(step => new HistogramRow(operation, step, basis)));
    }

    private static T Guarded<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (StorageProblem.IsExpected(e))
        {
            throw new ResultsException($"{path}: cannot be written: {StorageProblem.Reason(e)}", e);
        }
    }
}
