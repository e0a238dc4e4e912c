using LoadHarness.Experiments.Progress;

namespace LoadHarness.Tests.Experiments.Fakes;

/// <summary>Keeps what a run told.</summary>
internal sealed class ProgressLog : IExperimentProgress
{
    public List<ProgressSnapshot> Snapshots { get; } = [];

    public List<ProgressLine> Lines { get; } = [];

    public void Now(ProgressSnapshot snapshot) => Snapshots.Add(snapshot);

    public void Say(ProgressLine line) => Lines.Add(line);
}
