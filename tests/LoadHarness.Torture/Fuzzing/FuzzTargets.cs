using LoadHarness.Torture.Fuzzing.Targets;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>Every parser of the program.</summary>
internal static class FuzzTargets
{
    /// <summary>All of them, made anew: they are used by one thread.</summary>
    public static IReadOnlyList<FuzzTarget> All() =>
    [
        .. FramingTargets.All(), .. HashTableTargets.All(), .. WireTargets.All(), .. DiskTargets.All(),
        .. PngTargets.All(), .. CatalogTargets.All(), .. YamlTargets.All(), .. ResultTargets.All(),
        .. TextTargets.All(), .. WordTargets.All(),
    ];
}
