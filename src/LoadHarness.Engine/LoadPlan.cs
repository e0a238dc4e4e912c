using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Engine;

/// <summary>Everything one run of the engine needs: one load level (or one preparation) against one address.</summary>
public sealed record LoadPlan
{
    /// <summary>Where the server listens.</summary>
    public required IPEndPoint Target { get; init; }

    /// <summary>
    /// Simultaneous virtual clients over all generator threads, ≥ 1. In an open loop: connections that arrivals can
    /// use.
    /// </summary>
    public required int Clients { get; init; }

    /// <summary>
    /// When operations are due by the clock; null for a closed loop. Concerns measured work alone, and excludes think
    /// time.
    /// </summary>
    public OpenLoad? Open { get; init; }

    /// <summary>Whether clients keep their connection or make one per operation.</summary>
    public required ConnectionUse ConnectionUse { get; init; }

    /// <summary>Number of operation types of the workload: size of every per-type table.</summary>
    public required int OperationTypeCount { get; init; }

    /// <summary>Measured work runs until the observer says stop; preparation until every client is idle.</summary>
    public Purpose Purpose { get; init; } = Purpose.Measure;

    /// <summary>Name of the workload's stage: for engines whose clients are elsewhere and have to be told.</summary>
    public string Stage { get; init; } = "";

    /// <summary>For preparation: clients of the measured run that follows.</summary>
    public int MeasuredClients { get; init; }

    /// <summary>Length of a window, ns. Default 200 ms.</summary>
    public long Window_ns { get; init; } = 200_000_000;

    /// <summary>Pause of a client between an answer and its next operation, µs. Default 0.</summary>
    public long ThinkTime_us { get; init; }

    /// <summary>
    /// Correct operations after which a client that keeps its connection makes another one; 0 = never. Default 0.
    /// </summary>
    public int OperationsPerConnection { get; init; }

    /// <summary>
    /// Work of known length that a generator thread does in addition for every correct operation, ns; 0 = none. It
    /// slows the generator by a known amount, to see whether that costs throughput. Default 0.
    /// </summary>
    public long ExtraWork_ns { get; init; }

    /// <summary>An operation without a complete answer after this long counts as a timeout, µs. Default 10 s.</summary>
    public long OperationTimeout_us { get; init; } = 10_000_000;

    /// <summary>
    /// Length of the pause before a client tries again after a failed operation or connect, µs. Default 10 ms.
    /// </summary>
    public long RetryPause_us { get; init; } = 10_000;

    /// <summary>Generator CPUs: one pinned thread for each. Empty: one thread, not pinned.</summary>
    public IReadOnlyList<int> GeneratorCpus { get; init; } = [];

    /// <summary>
    /// Addresses of this machine that connections come from, in turn; empty leaves the choice to the system. One
    /// address has ports for about 28,000 connections to one target.
    /// </summary>
    public IReadOnlyList<IPAddress> SourceAddresses { get; init; } = [];

    /// <summary>
    /// Which network loop carries the load: <c>epoll</c>, <c>io_uring</c>, <c>portable</c> or <c>auto</c>.
    /// </summary>
    public string Loop { get; init; } = "auto";

    /// <summary>
    /// Close connections with a reset (no TIME_WAIT) at the end of the run and between operations. Default true.
    /// </summary>
    public bool ResetOnClose { get; init; } = true;
}
