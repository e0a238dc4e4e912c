using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// A bare connect is answered with a comma-separated list of random integers, then the connection is closed.
/// </summary>
public sealed class NumberListWorkload : IWorkload
{
    private const string Download = "download";

    /// <inheritdoc/>
    public string Name => "number-list";

    /// <inheritdoc/>
    public string Summary => "a list of random integers for every connection, comma separated, then close";

    /// <inheritdoc/>
    public int DefaultPort => 12345;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.PerOperation;

    /// <inheritdoc/>
    public bool SharesState => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = [Download];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = [Download];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => NumberListOptions.All;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) =>
        new NumberListService(Name, NumberListOptions.From(settings), sink);

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed) =>
        new NumberListPopulation(NumberListOptions.From(settings));
}
