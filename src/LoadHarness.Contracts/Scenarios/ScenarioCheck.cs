namespace LoadHarness.Contracts.Scenarios;

/// <summary>What is asked of a run's answers beside each being right by itself.</summary>
public enum ScenarioCheck
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// That all that clients saw of every key can come from operations that happen one after the other, each between
    /// its call and its return.
    /// </summary>
    Linearizable = 1,
}
