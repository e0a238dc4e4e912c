namespace LoadHarness.Analysis.Curves;

/// <summary>Why a curve is undecided.</summary>
public enum UndecidedCause
{
    /// <summary>It is decided.</summary>
    None = 0,

    /// <summary>The time budget was spent first.</summary>
    Budget = 1,

    /// <summary>The windows vary too much for the test.</summary>
    Noise = 2,

    /// <summary>The ladder ended before there were enough flat steps.</summary>
    Range = 3,

    /// <summary>Levels of the plateau failed their checks (errors, wrong answers, counts that do not agree).</summary>
    Invalid = 4,

    /// <summary>The run was interrupted or failed.</summary>
    Interrupted = 5,

    /// <summary>Nothing was measured.</summary>
    NoData = 6,
}
