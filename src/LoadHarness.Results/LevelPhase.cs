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

    /// <summary>
    /// At the levelled-out point, to see who is the limit: as the ladder had it, with extra work for the generator, or
    /// with one generator thread more. Not part of the curve.
    /// </summary>
    Cause = 4,

    /// <summary>
    /// Against a null server in the SUT's place, with messages of the same size. Not part of the curve.
    /// </summary>
    Ceiling = 5,

    /// <summary>Operations due by the clock at a rate: not a level of a ladder of clients.</summary>
    Open = 6,

    /// <summary>
    /// With several times the clients of the levelled-out point, after all curves of that start. Not part of the curve.
    /// </summary>
    Overload = 7,

    /// <summary>
    /// The levelled-out point, just before the overload and just after it, to see whether the server comes back. Not
    /// part of the curve.
    /// </summary>
    Recovery = 8,
}
