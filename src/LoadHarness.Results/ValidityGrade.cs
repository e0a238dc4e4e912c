namespace LoadHarness.Results;

/// <summary>How far a level can be trusted.</summary>
public enum ValidityGrade
{
    /// <summary>Fully.</summary>
    Valid = 0,

    /// <summary>Near a limit: shown with a mark.</summary>
    Suspect = 1,

    /// <summary>Past a limit: kept and shown, but it supports a lower bound at most.</summary>
    Invalid = 2,
}
