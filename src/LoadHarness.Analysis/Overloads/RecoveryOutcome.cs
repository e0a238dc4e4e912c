namespace LoadHarness.Analysis.Overloads;

/// <summary>Whether a server does after an overload what it did just before it.</summary>
public enum RecoveryOutcome
{
    /// <summary>It was not tried.</summary>
    NotTested = 0,

    /// <summary>The data does not decide.</summary>
    Undecided = 1,

    /// <summary>It loses less than the margin, if anything.</summary>
    Recovers = 2,

    /// <summary>It stays lower by more than the margin: hysteresis.</summary>
    StaysLower = 3,
}
