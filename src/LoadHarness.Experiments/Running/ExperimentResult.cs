using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>How a run ended.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="State">How far it got.</param>
/// <param name="Levels">Levels measured.</param>
/// <param name="Failures">One line for each SUT that failed.</param>
/// <param name="Violations">One line for each level whose history no order of its operations explains.</param>
public sealed record ExperimentResult(
    string Folder, RunState State, int Levels, IReadOnlyList<string> Failures, IReadOnlyList<string> Violations);
