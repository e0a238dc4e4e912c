namespace LoadHarness.Contracts.Histories;

/// <summary>
/// A population whose clients contend for a few keys and can write down what they do to them, so that it can be checked
/// whether the server did one thing after the other. Used by one thread at a time.
/// </summary>
public interface IHistorySource
{
    /// <summary>
    /// Goes over to keys that nobody has used and records from here on. Preparation then makes sure that they are not
    /// there.
    /// </summary>
    /// <param name="number">Number of the history, ≥ 1, the same for all threads; no number comes twice.</param>
    /// <param name="room">Operations that can be recorded, ≥ 1; what comes after them is counted only.</param>
    void BeginHistory(int number, int room);

    /// <summary>What was recorded since. To be called while no client operates.</summary>
    RecordedHistory TakeHistory();
}
