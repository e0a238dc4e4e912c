namespace LoadHarness.Contracts.Workloads;

/// <summary>Who uses an option.</summary>
[Flags]
public enum OptionSide
{
    /// <summary>Nobody; not used.</summary>
    None = 0,

    /// <summary>The server: a flag of <c>serve</c>, a key under <c>server</c> in a scenario.</summary>
    Server = 1,

    /// <summary>The virtual clients: a key under <c>workload</c> in a scenario.</summary>
    Client = 2,

    /// <summary>Both have to agree on it.</summary>
    Both = Server | Client,
}
