namespace LoadHarness.Analysis.Causes;

/// <summary>Who was the limit at the levelled-out point, as far as an experiment shows it.</summary>
public enum LimitKind
{
    /// <summary>Nobody asked, or nothing levels out.</summary>
    NotTested = 0,

    /// <summary>The SUT with what it runs on: the load generator could have done more.</summary>
    Server = 1,

    /// <summary>The load generator: the SUT does at least what was seen.</summary>
    Client = 2,

    /// <summary>The tests were made and do not decide.</summary>
    Undecided = 3,
}
