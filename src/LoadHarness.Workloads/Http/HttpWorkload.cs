using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Http.Loading;
using LoadHarness.Workloads.Http.Serving;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http;

/// <summary>
/// HTTP/1.1 with connections kept open: virtual clients for any web server, and a small service that answers every
/// request alike, for comparison.
/// </summary>
public sealed class HttpWorkload : IWorkload
{
    internal const string WorkloadName = "http";

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary => "HTTP/1.1 with connections kept open: get, post; the clients load any web server, too";

    /// <inheritdoc/>
    public int DefaultPort => 10480;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public bool SharesState => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = ["get", "post"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = ["get", "post", "mixed"];

    /// <inheritdoc/>
    public IReadOnlyList<string> UsualStages { get; } = ["get"];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => HttpOptions.All;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) =>
        new HttpService(HttpOptions.From(settings).ResponseSize);

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed)
    {
        var index = Stages.TakeWhile(name => !string.Equals(name, stage, StringComparison.Ordinal)).Count();
        return index < Stages.Count
            ? new HttpPopulation(HttpOptions.From(settings), (HttpStage)index, Draws.Of(seed, share))
            : throw new ArgumentException($"'{stage}' is not one of {string.Join(", ", Stages)}", nameof(stage));
    }
}
