namespace LoadHarness.Platform.Files.Faults;

/// <summary>When, as seen from the operation.</summary>
public enum FaultMoment
{
    /// <summary>Nothing of it has happened.</summary>
    Before = 0,

    /// <summary>Half of a write is done; anything else has just been handed to the system.</summary>
    Inside = 1,

    /// <summary>It is done, and nobody knows yet.</summary>
    After = 2,
}
