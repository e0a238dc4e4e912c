namespace LoadHarness.Contracts.Scenarios;

/// <summary>What becomes of an operation of an open loop that is due while all connections are busy.</summary>
public enum BusyPolicy
{
    /// <summary>
    /// It waits for the first connection that becomes free, behind those that wait already. It is sent late and
    /// charged: its latency counts from when it was due.
    /// </summary>
    Queue = 0,

    /// <summary>It is never sent, and counted as dropped.</summary>
    Drop = 1,
}
