namespace LoadHarness.Engine;

/// <summary>What one virtual client did in the whole run of the engine, or since the totals were last reset.</summary>
public struct ClientTotals
{
    /// <summary>Correct operations, by no type: a client of a stage does one type or the stage's mix.</summary>
    public long Correct;

    /// <summary>Operations that ended in any other way.</summary>
    public long Errors;

    /// <summary>Sum of the latencies of the correct operations, ns.</summary>
    public long LatencySum_ns;

    /// <summary>Longest latency of a correct operation, ns.</summary>
    public long LatencyMax_ns;
}
