using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Engine;

/// <summary>What happened in one window, merged over the generator threads.</summary>
public sealed class WindowSnapshot
{
    /// <summary>0, 1, 2… within the run.</summary>
    public required int Index { get; init; }

    /// <summary>Start, monotonic ns.</summary>
    public required long Start_ns { get; init; }

    /// <summary>End, monotonic ns; the true moment, not the planned one.</summary>
    public required long End_ns { get; init; }

    /// <summary>
    /// Operations ended in the window, by operation type and by <see cref="Contracts.Loading.Outcome"/>:
    /// <c>[type][outcome]</c>.
    /// </summary>
    public required long[][] Ended { get; init; }

    /// <summary>Latency of the correct operations from their sending, ns, by operation type. Mergeable.</summary>
    public required LatencyHistogram[] Latency { get; init; }

    /// <summary>Payload bytes received in the window.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Payload bytes sent in the window.</summary>
    public long BytesSent { get; init; }

    /// <summary>
    /// Time that clients spent with an operation outstanding inside the window, summed over clients, ns (begun or ended
    /// elsewhere included).
    /// 1 − this / (clients × length) is the share of time the generator and think time kept clients away from the
    /// server.
    /// </summary>
    public long Outstanding_ns { get; init; }

    /// <summary>
    /// How much further into their operations clients were at the window's end than at its start, summed over clients,
    /// ns: time of the window that shows in no latency yet, less time before it that does. What is left of a client's
    /// pause counts as negative.
    /// </summary>
    public long AgeGrowth_ns { get; init; }

    /// <summary>Summed latency of the correct operations ended in the window, ns (for Little's law).</summary>
    public long LatencySum_ns { get; init; }

    /// <summary>Connections that clients which keep theirs made anew in the window.</summary>
    public long Reconnects { get; init; }

    /// <summary>Summed time that these connects took, ns; it is part of no latency.</summary>
    public long ReconnectTime_ns { get; init; }

    /// <summary>
    /// Summed time that clients which do not pause took to close connections after their operations, ns; it is part of
    /// no latency.
    /// </summary>
    public long ClosingTime_ns { get; init; }

    /// <summary>CPU time of the generator threads in the window, ns, by thread.</summary>
    public required long[] ThreadCpu_ns { get; init; }

    /// <summary>Longest time any generator loop turn took, ns: how late an event can have been seen.</summary>
    public long LongestTurn_ns { get; init; }

    /// <summary>True when a population had nothing left to measure, which ended the window early.</summary>
    public bool Exhausted { get; init; }

    /// <summary>What an open loop adds; null for a closed one.</summary>
    public OpenWindow? Open { get; init; }

    /// <summary>Correct operations of all types.</summary>
    public long CorrectCount => Ended.Sum(byOutcome => byOutcome[0]);

    /// <summary>Operations of all types that ended in any other way.</summary>
    public long ErrorCount => Ended.Sum(byOutcome => byOutcome.Skip(1).Sum());

    /// <summary>Length in seconds.</summary>
    public double Length_s => (End_ns - Start_ns) / 1e9;
}
