namespace LoadHarness.Results;

/// <summary>What the check of a level's history came to. Stored by name: append, never rename.</summary>
public enum HistoryState
{
    /// <summary>One order of the operations explains everything that clients saw.</summary>
    Linearizable = 0,

    /// <summary>No order does.</summary>
    Violated = 1,

    /// <summary>It could not be found out.</summary>
    Undecided = 2,
}
