using LoadHarness.Analysis.Levels;

namespace LoadHarness.Analysis.Comparing;

/// <summary>What a level costs a server, by name: what can go with a difference between models.</summary>
internal static class ModelCosts
{
    /// <summary>Costs that differ by no more than this share of the larger one do not count as different.</summary>
    public const double Least = 0.25;

    /// <summary>Their names with units, and how to read them; NaN where unknown.</summary>
    public static IReadOnlyList<(string Name, Func<ResourceSummary, double> Get)> All { get; } =
    [
        ("cpu_per_operation_us", r => r.SutCpuPerOperation_us),
        ("voluntary_switches_per_operation", r => r.VoluntarySwitchesPerOperation),
        ("involuntary_switches_per_operation", r => r.InvoluntarySwitchesPerOperation),
        ("flushes_per_operation", r => r.FlushesPerOperation),
        ("sut_cpu_share", r => r.SutUtilisation),
    ];

    /// <summary>True when two costs differ by more than <see cref="Least"/>.</summary>
    public static bool Differ(double one, double other) => Math.Abs(other - one) > Least * Math.Max(one, other);
}
