using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Engine;

/// <summary>
/// What an open loop adds to a window. Arrivals are conserved: what waited at the last window's end and what became
/// due since = <see cref="Sent"/> + <see cref="Dropped"/> + <see cref="Waiting"/>.
/// </summary>
public sealed class OpenWindow
{
    /// <summary>
    /// An arrival counts as late when it was sent more than this after it was due, ns: far above what a timer and a
    /// turn of the loop take.
    /// </summary>
    public const long LateAfter_ns = 1_000_000;

    /// <summary>Operations that became due in the window.</summary>
    public required long Arrivals { get; init; }

    /// <summary>Operations sent in the window; with a connection for each operation: connects begun.</summary>
    public required long Sent { get; init; }

    /// <summary>
    /// Of the sent ones: more than <see cref="LateAfter_ns"/> after they were due, for whatever reason.
    /// </summary>
    public required long Late { get; init; }

    /// <summary>
    /// Of the sent ones: those that found no free connection when they were due and waited for one. Always 0 with
    /// <see cref="Contracts.Scenarios.BusyPolicy.Drop"/>.
    /// </summary>
    public required long Queued { get; init; }

    /// <summary>
    /// Operations that found no free connection and were not sent. Always 0 with
    /// <see cref="Contracts.Scenarios.BusyPolicy.Queue"/>.
    /// </summary>
    public required long Dropped { get; init; }

    /// <summary>Operations due but not yet sent when the window ended.</summary>
    public required long Waiting { get; init; }

    /// <summary>Send − due of the sent operations, ns. Mergeable.</summary>
    public required LatencyHistogram SendLag { get; init; }

    /// <summary>
    /// The generator's own part of <see cref="SendLag"/>, ns: send − the moment from which the operation was due and
    /// its connection free. The rest was waiting for a connection, which is the server's doing, or that of too few
    /// connections.
    /// </summary>
    public required LatencyHistogram OwnLag { get; init; }

    /// <summary>
    /// Latency of the correct operations that ended in the window from the moment they were due, ns, by operation
    /// type: <see cref="WindowSnapshot.Latency"/> + send lag. What a user feels. Mergeable.
    /// </summary>
    public required LatencyHistogram[] LatencyFromDue { get; init; }
}
