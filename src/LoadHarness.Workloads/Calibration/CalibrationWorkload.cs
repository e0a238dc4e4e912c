using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Calibration;

/// <summary>
/// A server whose capacity is known exactly, against which the harness itself is measured: requests wait in a queue for
/// one of several workers, whose service times are known beforehand.
/// </summary>
public sealed class CalibrationWorkload : IWorkload
{
    internal const string WorkloadName = "calibration";

    private const string Request = "request";

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary => "a server of known capacity, against which the harness itself is measured";

    /// <inheritdoc/>
    public int DefaultPort => 10483;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public bool NeedsTimers => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = [Request];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages { get; } = [Request];

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options => CalibrationOptions.All;

    /// <summary>A request, and the answer to it.</summary>
    internal static ReadOnlySpan<byte> Message => "\n"u8;

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink) =>
        new CalibrationService(CalibrationOptions.From(settings));

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed) => new CalibrationPopulation();
}
