namespace LoadHarness.Engine;

/// <summary>Why a run of the engine ended.</summary>
public enum RunEnd
{
    /// <summary>The observer had enough, or preparation is complete.</summary>
    Complete = 0,

    /// <summary>The population has nothing left to measure; prepare again.</summary>
    Exhausted = 1,

    /// <summary>Cancelled from outside.</summary>
    Cancelled = 2,

    /// <summary>No client got a connection, or preparation made no progress: the server is not there.</summary>
    ServerUnreachable = 3,
}
