using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Mean;

/// <summary>
/// A client sends a number, waits, says <c>ready</c> and is told the mean of all numbers that all clients have sent.
/// </summary>
public sealed class MeanWorkload : IWorkload
{
    private const string Mean = "mean";

    /// <inheritdoc/>
    public string Name => Mean;

    /// <inheritdoc/>
    public string Summary => "the mean of all clients' numbers, for everyone who sends one and then `ready`";

    /// <inheritdoc/>
    public int DefaultPort => 8081;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.PerOperation;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = [Mean];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = [Mean];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => MeanOptions.All;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) => new MeanService(Name, sink);

    /// <inheritdoc/>
    public long Pause_us(WorkloadSettings settings) => MeanOptions.From(settings).Pause_us;

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed) =>
        new MeanPopulation(MeanOptions.From(settings), SentNumbers.Of(settings, share), seed, share.Index);
}
