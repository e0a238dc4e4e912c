namespace LoadHarness.Analysis.Levels;

/// <summary>Operations that failed.</summary>
/// <param name="WrongAnswers">Wrong answers.</param>
/// <param name="ConnectErrors">Connects that failed other than by refusal.</param>
/// <param name="Refused">Connects refused.</param>
/// <param name="Resets">Connections cut during an operation.</param>
/// <param name="Timeouts">No answer in time.</param>
public readonly record struct ErrorCounts(
    long WrongAnswers, long ConnectErrors, long Refused, long Resets, long Timeouts)
{
    /// <summary>All of them.</summary>
    public long Total => WrongAnswers + ConnectErrors + Refused + Resets + Timeouts;
}
