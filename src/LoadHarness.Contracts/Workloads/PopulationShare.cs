namespace LoadHarness.Contracts.Workloads;

/// <summary>Which part of a workload's keys one generator thread owns, so that threads never share state.</summary>
/// <param name="Index">0 … <paramref name="Count"/> − 1.</param>
/// <param name="Count">Number of generator threads, at least 1.</param>
public readonly record struct PopulationShare(int Index, int Count)
{
    /// <summary>The only thread's share: everything.</summary>
    public static PopulationShare Whole => new(0, 1);
}
