namespace LoadHarness.Contracts.Loading;

/// <summary>What an operation is for.</summary>
public enum Purpose
{
    /// <summary>It is counted.</summary>
    Measure = 0,

    /// <summary>
    /// It puts the server into the state the measurement starts from (loading keys, refilling a pool) and is not
    /// counted.
    /// </summary>
    Prepare = 1,

    /// <summary>
    /// When all is quiet, it asks whether the server's state is what the operations before must have left; not counted.
    /// </summary>
    Verify = 2,
}
