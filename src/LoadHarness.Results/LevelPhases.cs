namespace LoadHarness.Results;

/// <summary>What the phases of levels mean for those who read them.</summary>
public static class LevelPhases
{
    /// <summary>True when the level is part of its curve: throughput of the SUT over clients.</summary>
    public static bool IsOfCurve(this LevelPhase phase) =>
        phase is LevelPhase.Ladder or LevelPhase.Refine or LevelPhase.Confirm or LevelPhase.Repeat;

    /// <summary>True when it tells of overload and the way back.</summary>
    public static bool IsOfOverload(this LevelPhase phase) =>
        phase is LevelPhase.Overload or LevelPhase.Recovery;
}
