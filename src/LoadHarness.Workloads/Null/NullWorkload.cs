using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Null;

/// <summary>
/// The smallest possible exchange: a newline is answered by a newline. What is measured is all that a server does
/// besides its work; with the sizes of another workload it is that workload's ceiling.
/// </summary>
public sealed class NullWorkload : IWorkload
{
    internal const string WorkloadName = "null";

    private const string Exchange = "exchange";

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary => "the smallest exchange there is: one byte, a newline, each way; the ceiling of a model";

    /// <inheritdoc/>
    public int DefaultPort => 10474;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUseOf(WorkloadSettings settings) =>
        NullOptions.From(settings).IsPerOperation ? ConnectionUse.PerOperation : ConnectionUse.Persistent;

    /// <inheritdoc/>
    public bool SharesState => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = [Exchange];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = [Exchange];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => NullOptions.All;

    /// <summary>
    /// Options that make this workload the ceiling of another one: messages of its mean sizes on connections like its.
    /// </summary>
    /// <param name="request_bytes">Mean size of its requests, bytes.</param>
    /// <param name="response_bytes">Mean size of its answers, bytes.</param>
    /// <param name="use">Whether its clients keep their connection.</param>
    /// <returns>Null when its messages are larger than any here.</returns>
    public static IReadOnlyDictionary<string, string>? OptionsLike(
        double request_bytes, double response_bytes, ConnectionUse use) =>
        NullOptions.Like(request_bytes, response_bytes, use);

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) =>
        new NullService(NullOptions.From(settings));

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed) =>
        new NullPopulation(NullOptions.From(settings));
}
