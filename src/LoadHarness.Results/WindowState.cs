namespace LoadHarness.Results;

/// <summary>Whether a window counts. Written in lower case; append, never rename.</summary>
public enum WindowState
{
    /// <summary>It counts.</summary>
    Kept = 0,

    /// <summary>Before the steady state.</summary>
    Warmup = 1,

    /// <summary>Others used more than 5 % of the machine, or the hypervisor did.</summary>
    Disturbed = 2,

    /// <summary>
    /// It ended early because what the stage draws from was used up, and is too short to count; or clients that pause
    /// had not all paused once; or an open loop had just begun; or the harness stood still in it.
    /// </summary>
    Cut = 3,
}
