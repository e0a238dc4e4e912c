using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Resp.Contending;
using LoadHarness.Workloads.Resp.Loading;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Resp.Serving;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp;

/// <summary>
/// The Redis protocol with a few commands on memory: a small service for fair comparison with servers of others, and
/// virtual clients that load a real Redis as well.
/// </summary>
public sealed class RespWorkload : IWorkload
{
    internal const string WorkloadName = "resp";

    private const long KiB = 1024;

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary =>
        "Redis protocol on memory: get, set, incr, ping, any command; the clients load a real Redis, too";

    /// <inheritdoc/>
    public int DefaultPort => 10476;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = ["get", "set", "incr", "ping", "command"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = ["get", "set", "incr", "ping", "command", "mixed", "contended"];

    /// <inheritdoc/>
    public IReadOnlyList<string> UsualStages { get; } = ["get", "set"];

    /// <inheritdoc/>
    public IReadOnlyList<string> StagesWithHistory { get; } = ["contended"];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => RespOptions.All;

    /// <inheritdoc/>
    public int ServedPerOperation(WorkloadSettings settings, string stage) =>
        StageOf(stage) == RespStage.Contended ? 1 : (int)settings.Integer(RespOptions.Pipeline);

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink)
    {
        var longest = (int)(settings.Integer(RespOptions.ValueLimit) * KiB);
        var store = new KeyValueStore(settings.Integer(RespOptions.MemoryLimit) * KiB * KiB);
        return new RespService(new RespCommands(store, new CommandReader(longest)));
    }

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed)
    {
        var valueSize = (int)settings.Integer(RespOptions.ValueSize);
        if (StageOf(stage) == RespStage.Contended)
            return new ContendedRespPopulation(
                (int)settings.Integer(RespOptions.ContendedKeys), valueSize, share, seed);
        return new RespPopulation(
            new RespText(valueSize),
            RespLoad.From(settings, StageOf(stage)),
            share,
            Draws.Of(seed, share));
    }

    private RespStage StageOf(string stage)
    {
        var index = Stages.TakeWhile(name => !string.Equals(name, stage, StringComparison.Ordinal)).Count();
        return index < Stages.Count
            ? (RespStage)index
            : throw new ArgumentException($"'{stage}' is not one of {string.Join(", ", Stages)}", nameof(stage));
    }
}
