namespace LoadHarness.Contracts.Workloads;

/// <summary>How the clients of a workload use connections.</summary>
public enum ConnectionUse
{
    /// <summary>One connection per client for as long as it lasts; latency starts with the request.</summary>
    Persistent = 0,

    /// <summary>
    /// A new connection for every operation; latency starts at connect and ends with the last byte's check.
    /// </summary>
    PerOperation = 1,
}
