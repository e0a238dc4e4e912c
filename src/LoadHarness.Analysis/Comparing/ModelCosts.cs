namespace LoadHarness.Analysis.Comparing;

/// <summary>What a level costs a server, by name: what can go with a difference between models.</summary>
internal static class ModelCosts
{
    /// <summary>Costs that differ by no more than this share of the larger one do not count as different.</summary>
    private const double Least = 0.25;

    /// <summary>The costs.</summary>
    public static IReadOnlyList<ModelCost> All { get; } =
    [
        new("cpu_per_operation_us", 0, r => r.SutCpuPerOperation_us),
        new("voluntary_switches_per_operation", 0.05, r => r.VoluntarySwitchesPerOperation),
        new("involuntary_switches_per_operation", 0.05, r => r.InvoluntarySwitchesPerOperation),
        new("flushes_per_operation", 0.02, r => r.FlushesPerOperation),
        new("sut_cpu_share", 0.05, r => r.SutUtilisation),
    ];

    /// <summary>True when two values of a cost differ by more than a quarter, and by what can matter at all.</summary>
    public static bool Differ(ModelCost cost, double one, double other) =>
        Math.Abs(other - one) > Math.Max(cost.Floor, Least * Math.Max(one, other));
}
