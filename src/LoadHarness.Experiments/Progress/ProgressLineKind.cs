namespace LoadHarness.Experiments.Progress;

/// <summary>Kinds of lines.</summary>
public enum ProgressLineKind
{
    /// <summary>Part of the plan printed before the start.</summary>
    Plan = 0,

    /// <summary>A level's result.</summary>
    Level = 1,

    /// <summary>A decision with its reason.</summary>
    Decision = 2,

    /// <summary>Something went wrong, or limits what can be concluded.</summary>
    Problem = 3,
}
