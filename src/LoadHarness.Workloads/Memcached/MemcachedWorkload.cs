using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Memcached.Loading;
using LoadHarness.Workloads.Memcached.Serving;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached;

/// <summary>
/// The text protocol of memcached: virtual clients for a real memcached, and a small service on memory for fair
/// comparison.
/// </summary>
public sealed class MemcachedWorkload : IWorkload
{
    internal const string WorkloadName = "memcached";

    private const long KiB = 1024;

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary => "memcached's text protocol on memory: get, set; the clients load a real memcached, too";

    /// <inheritdoc/>
    public int DefaultPort => 10481;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = ["get", "set"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = ["get", "set", "mixed"];

    /// <inheritdoc/>
    public IReadOnlyList<string> UsualStages => OperationTypes;

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => MemcachedOptions.All;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) => new MemcachedService(
        new MemcachedCommands(
            new KeyValueStore(settings.Integer(MemcachedOptions.MemoryLimit) * KiB * KiB),
            settings.Integer(MemcachedOptions.ValueLimit) * KiB));

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed)
    {
        var index = Stages.TakeWhile(name => !string.Equals(name, stage, StringComparison.Ordinal)).Count();
        if (index == Stages.Count)
            throw new ArgumentException($"'{stage}' is not one of {string.Join(", ", Stages)}", nameof(stage));
        return new MemcachedPopulation(
            new MemcachedText((int)settings.Integer(MemcachedOptions.ValueSize)),
            (MemcachedStage)index,
            share,
            (int)settings.Integer(MemcachedOptions.Keys),
            (int)settings.Integer(GetShare.Name),
            Draws.Of(seed, share));
    }
}
