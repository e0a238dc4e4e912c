namespace LoadHarness.Contracts.Loading;

/// <summary>How an operation ended. Values are stored in results: append, never renumber.</summary>
public enum Outcome
{
    /// <summary>The right answer in time.</summary>
    Correct = 0,

    /// <summary>An answer, but not the right one. The virtual client decides it.</summary>
    WrongAnswer = 1,

    /// <summary>The connection could not be made, other than by refusal (unreachable, out of ports…).</summary>
    ConnectFailed = 2,

    /// <summary>Nobody listens, or the backlog is full and the system refuses.</summary>
    Refused = 3,

    /// <summary>The server reset or closed the connection in the middle of the operation.</summary>
    Reset = 4,

    /// <summary>No complete answer within the time limit.</summary>
    Timeout = 5,
}
