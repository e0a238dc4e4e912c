namespace LoadHarness.Analysis.Linearizability;

/// <summary>Whether a history can be explained by operations that happen one after the other.</summary>
public enum HistoryVerdict
{
    /// <summary>It can.</summary>
    Linearizable = 0,

    /// <summary>It cannot: the server lost, repeated or reordered something.</summary>
    Violated = 1,

    /// <summary>Too many operations overlap for an answer.</summary>
    Undecided = 2,
}
