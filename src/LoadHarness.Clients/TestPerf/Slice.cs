using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Clients.TestPerf;

/// <summary>What one client did in one slice of the monotonic clock.</summary>
public sealed class Slice
{
    /// <summary>
    /// Number of the slice: it begins at this times its length on the monotonic clock, so that all processes of a
    /// machine have the same slices.
    /// </summary>
    public long Index { get; set; }

    /// <summary>True when the client was in the stage from the slice's begin to its end.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Operations that ended in the slice, by <see cref="Outcome"/>.</summary>
    public long[] Ended { get; } = new long[Enum.GetValues<Outcome>().Length];

    /// <summary>Latency of the correct ones, ns.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Time with an operation outstanding inside the slice, ns.</summary>
    public long Outstanding_ns { get; set; }

    /// <summary>CPU time of the client's thread, ns.</summary>
    public long Cpu_ns { get; set; }

    /// <summary>Payload bytes sent.</summary>
    public long Sent_bytes { get; set; }

    /// <summary>Payload bytes received.</summary>
    public long Received_bytes { get; set; }

    /// <summary>Correct operations.</summary>
    public long Correct => Ended[(int)Outcome.Correct];

    /// <summary>Forgets everything and keeps the memory.</summary>
    internal void Begin(long index, bool isWhole)
    {
        (Index, IsWhole) = (index, isWhole);
        Array.Clear(Ended);
        Latency.Reset();
        (Outstanding_ns, Cpu_ns, Sent_bytes, Received_bytes) = (0, 0, 0, 0);
    }
}
