using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Manifests;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>The run folder of one run that holds connections.</summary>
internal sealed class HoldResults : IDisposable
{
    private readonly RunWriter _writer;
    private readonly string _model;
    private readonly long _start_ns = MonotonicClock.Now_ns;

    private HoldResults(RunWriter writer, string model) => (_writer, _model) = (writer, model);

    /// <summary>The folder.</summary>
    public string Folder => _writer.Folder;

    /// <summary>Makes the folder.</summary>
    /// <exception cref="ResultsException">It cannot be made.</exception>
    public static HoldResults Open(HoldOptions options, CpuPlan cpus, CpuTopology topology)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new HoldResults(
            RunWriter.Create(options.Results, ManifestBasis.Read(cpus, topology, null) with
            {
                RunId = RunId.At(now),
                Scenario = "connections",
                Title = "Many connections held at the same time",
                Started_utc = now,
                Loop = options.Loop,
            }),
            options.Model);
    }

    /// <summary>The server listens.</summary>
    /// <param name="commandLine">How it was started.</param>
    public void Started(string commandLine) => _writer.Save(_writer.Manifest with
    {
        Commands = [new SutCommand("null", _model, commandLine)],
    });

    /// <summary>All is over.</summary>
    public void Finished(ConnectionRow row)
    {
        _writer.Append(row);
        _writer.Save(_writer.Manifest with
        {
            State = RunState.Complete,
            Finished_utc = TimeProvider.System.GetUtcNow(),
            Spent_s = (MonotonicClock.Now_ns - _start_ns) / 1e9,
        });
    }

    /// <summary>Closes its files.</summary>
    public void Dispose() => _writer.Dispose();
}
