using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>What the service accepts.</summary>
internal sealed record ServingLimits
{
    /// <summary>Longest request line, bytes.</summary>
    public int MaxLine { get; init; } = 16 * 1024 * 1024;

    /// <summary>Longest key, bytes of its JSON form.</summary>
    public int MaxKey { get; init; } = 1024 * 1024;

    /// <summary>What one scan or query may take.</summary>
    public SearchLimits Search { get; init; } = new(10_000, TimeSpan.FromSeconds(2));
}
