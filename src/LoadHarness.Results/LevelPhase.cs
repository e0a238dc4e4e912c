namespace LoadHarness.Results;

/// <summary>Why a level was visited. Written in lower case; append, never rename.</summary>
public enum LevelPhase
{
    /// <summary>On the way up.</summary>
    Ladder = 0,

    /// <summary>Between the last rising and the first flat level.</summary>
    Refine = 1,

    /// <summary>The long run at the levelled-out point.</summary>
    Confirm = 2,

    /// <summary>After a restart of the SUT, around the levelled-out point.</summary>
    Repeat = 3,
}
