using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>How a run ended.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="State">How far it got.</param>
/// <param name="Levels">Levels measured.</param>
/// <param name="Failures">One line for each SUT that failed, and for results that could not be written.</param>
public sealed record ExperimentResult(string Folder, RunState State, int Levels, IReadOnlyList<string> Failures)
{
    /// <summary>Why the results could not be written further, which ended the run; null when they could.</summary>
    public ResultsException? Unsaved { get; init; }

    /// <summary>One line for each level whose history no order of its operations explains.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];
}
