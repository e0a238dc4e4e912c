using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Raw.Loading;
using LoadHarness.Workloads.Raw.Serving;

namespace LoadHarness.Workloads.Raw;

/// <summary>
/// Any request and its answer as bytes, for servers whose protocol is no other workload's. The service echoes.
/// </summary>
public sealed class RawWorkload : IWorkload
{
    internal const string WorkloadName = "raw";

    private const string Exchange = "exchange";

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary => "any bytes out, any bytes in, for servers of a protocol of their own; the service echoes";

    /// <inheritdoc/>
    public int DefaultPort => 10482;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public bool SharesState => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = [Exchange];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages => OperationTypes;

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => RawOptions.All;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUseOf(WorkloadSettings settings) =>
        RawOptions.From(settings).IsPerOperation ? ConnectionUse.PerOperation : ConnectionUse.Persistent;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) =>
        new EchoService(RawOptions.From(settings));

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed) =>
        new RawPopulation(RawOptions.From(settings));
}
