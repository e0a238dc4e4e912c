namespace LoadHarness.Results;

/// <summary>How far a run got. Written in lower case; append, never rename.</summary>
public enum RunState
{
    /// <summary>Not finished: still measuring, or the harness was killed.</summary>
    Running = 0,

    /// <summary>Everything planned was done, or the budget ended it.</summary>
    Complete = 1,

    /// <summary>A person stopped it; what was complete is here.</summary>
    Interrupted = 2,

    /// <summary>It could not go on; <see cref="RunManifest.Reason"/> says why.</summary>
    Failed = 3,
}
