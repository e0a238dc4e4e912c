namespace LoadHarness.Experiments.Progress;

/// <summary>
/// Follows a run while it happens. Called on the experiment's thread; implementations return at once.
/// </summary>
public interface IExperimentProgress
{
    /// <summary>Where the run stands now: after every window and at every change of level, stage or model.</summary>
    void Now(ProgressSnapshot snapshot);

    /// <summary>
    /// Something worth a line that stays: the plan, a level's result, a decision with its reason, a problem.
    /// </summary>
    void Say(ProgressLine line);
}
