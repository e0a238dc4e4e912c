namespace LoadHarness.Contracts.Workloads;

/// <summary>Which part of a workload's keys one generator thread owns, so that threads never share state.</summary>
/// <param name="Index">0 … <paramref name="Count"/> − 1.</param>
/// <param name="Count">Number of generator threads, at least 1.</param>
/// <param name="Space">
/// Number of the key space that is shared out, ≥ 0: programs with different spaces have no key in common. A workload
/// whose clients change nothing that others see has no use for it.
/// </param>
public readonly record struct PopulationShare(int Index, int Count, int Space = 0)
{
    /// <summary>The only thread's share: everything.</summary>
    public static PopulationShare Whole => new(0, 1);
}
