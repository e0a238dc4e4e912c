using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Workloads.Calibration;

/// <summary>
/// A server of known capacity: its workers wait for known times instead of working, and it keeps a log of what it saw
/// and did, from which anybody can compute what a load generator must have measured.
/// </summary>
internal sealed class CalibrationService : IService
{
    private readonly VirtualWorkers _workers;
    private readonly ServiceLog? _log;
    private long _operations;
    private long _connections;
    private long _lastArrival_ns;

    /// <summary>Opens the log.</summary>
    /// <exception cref="DurabilityException">The log cannot be made.</exception>
    public CalibrationService(CalibrationOptions options)
    {
        _workers = new VirtualWorkers(options);
        _log = options.LogPath is { } path ? new ServiceLog(path) : null;
    }

    /// <inheritdoc/>
    public string Name => CalibrationWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => true;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) =>
        new CalibrationHandler(this, Interlocked.Increment(ref _connections));

    /// <summary>A request has arrived.</summary>
    /// <returns>When its answer is to leave, monotonic ns, and its place in the log.</returns>
    public (long Due_ns, int Place) Admit(long connection)
    {
        // The clock may stand still between two readings; the order of arrival is the order of calls.
        _lastArrival_ns = Math.Max(_lastArrival_ns, MonotonicClock.Now_ns);
        var (service_ns, done_ns) = _workers.Admit(_lastArrival_ns);
        return (done_ns, _log?.Add(connection, _lastArrival_ns, service_ns, done_ns) ?? 0);
    }

    /// <summary>The answer of a request leaves.</summary>
    public void Answered(int place)
    {
        Interlocked.Increment(ref _operations);
        _log?.Left(place, MonotonicClock.Now_ns);
    }

    /// <summary>Writes the log.</summary>
    /// <exception cref="DurabilityException">It cannot be written.</exception>
    public void Dispose() => _log?.Dispose();
}
