namespace LoadHarness.Analysis.Linearizability;

/// <summary>How operations contradict each other.</summary>
public enum ViolationKind
{
    /// <summary>In a way that has no name here.</summary>
    Other = 0,

    /// <summary>Somebody saw a value that nobody wrote.</summary>
    NeverWritten = 1,

    /// <summary>Somebody saw a value before its writer began to write it.</summary>
    BeforeWritten = 2,

    /// <summary>Two removes took the same value away, which was written once.</summary>
    RemovedTwice = 3,

    /// <summary>Somebody saw a value after its removal had been answered.</summary>
    AfterRemoved = 4,

    /// <summary>Somebody saw a value although another one had taken its place.</summary>
    Replaced = 5,

    /// <summary>Somebody did not find a value that had been written and not been taken away.</summary>
    Missed = 6,
}
