using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached;

/// <summary>Everything that can be set about the workload of memcached's protocol.</summary>
internal static class MemcachedOptions
{
    internal const string Keys = "keys";
    internal const string ValueSize = "value-size";
    internal const string ValueLimit = "value-limit";
    internal const string MemoryLimit = "memory-limit";

    /// <summary>In the order of help texts.</summary>
    internal static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(Keys, OptionKind.Integer, "10000", "keys that get and set draw from", OptionSide.Client, 1, 100_000_000),
        new(ValueSize, OptionKind.Integer, "64", "size of a value, bytes", OptionSide.Client, 1, 1_000_000),
        GetShare.Option,
        new(ValueLimit, OptionKind.Integer, "1024", "longest value, KiB", OptionSide.Server, 1, 16_384),
        new(MemoryLimit, OptionKind.Integer, "1024", "most bytes of all keys and values together, MiB",
            OptionSide.Server, 1, 1_000_000),
    ];
}
