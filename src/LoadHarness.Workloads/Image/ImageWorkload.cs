using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Image;

/// <summary>A bare connect is answered with a random PNG, then the connection is closed.</summary>
public sealed class ImageWorkload : IWorkload
{
    private const string Download = "download";

    /// <inheritdoc/>
    public string Name => "image";

    /// <inheritdoc/>
    public string Summary => "a random image, as PNG, for every connection, then close";

    /// <inheritdoc/>
    public int DefaultPort => 1234;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.PerOperation;

    /// <inheritdoc/>
    public bool SharesState => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = [Download];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = [Download];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => ImageOptions.All;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) =>
        new ImageService(Name, ImageOptions.From(settings), sink);

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed) =>
        new ImagePopulation(ImageOptions.From(settings));
}
