using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Shared;

/// <summary>Random choices of the virtual clients of one generator thread.</summary>
internal static class Draws
{
    /// <summary>The thread's own stream: the same seed and share give the same draws.</summary>
    internal static Random Of(long seed, PopulationShare share) =>
        new(unchecked((int)(seed ^ (seed >> 32)) + (share.Index * 7919)));
}
