namespace LoadHarness.Analysis.Overloads;

/// <summary>What several times the clients from which a server levels out do to its throughput.</summary>
public enum OverloadOutcome
{
    /// <summary>It was not tried.</summary>
    NotTested = 0,

    /// <summary>The data does not decide.</summary>
    Undecided = 1,

    /// <summary>It loses less than the margin, if anything.</summary>
    Holds = 2,

    /// <summary>It loses more than the margin, or operations fail.</summary>
    Falls = 3,
}
