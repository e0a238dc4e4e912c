using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Clients.TestPerf;

/// <summary>
/// What one client did in one stage. A stage may have pauses, in which used up keys are made ready again.
/// </summary>
/// <param name="stage">Name of the stage.</param>
public sealed class StageResult(string stage)
{
    private readonly List<(long Index, long Count)> _slices = [];

    /// <summary>Name of the stage.</summary>
    public string Stage => stage;

    /// <summary>Begin, monotonic ns.</summary>
    public long Start_ns { get; private set; }

    /// <summary>End, monotonic ns.</summary>
    public long End_ns { get; private set; }

    /// <summary>Time without the pauses, ns.</summary>
    public long Measured_ns { get; private set; }

    /// <summary>Parts between the pauses.</summary>
    public int Parts { get; private set; }

    /// <summary>True when it ended for want of keys.</summary>
    public bool IsUsedUp { get; private set; }

    /// <summary>Operations by <see cref="Outcome"/>.</summary>
    public long[] Ended { get; } = new long[Enum.GetValues<Outcome>().Length];

    /// <summary>Latency of the correct ones, ns.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Correct operations of the slices that were wholly measured, in the order of time.</summary>
    public IReadOnlyList<(long Index, long Count)> WholeSlices => _slices;

    /// <summary>Correct operations per second of measured time.</summary>
    public double Throughput_per_s => Measured_ns > 0 ? Ended[(int)Outcome.Correct] * 1e9 / Measured_ns : 0;

    /// <summary>Adds a slice.</summary>
    internal void Add(Slice slice)
    {
        for (var i = 0; i < Ended.Length; i++) Ended[i] += slice.Ended[i];
        Latency.Add(slice.Latency);
        if (slice.IsWhole) _slices.Add((slice.Index, slice.Correct));
    }

    /// <summary>Adds a part's time.</summary>
    internal void AddPart(StagePart part)
    {
        if (Parts == 0) Start_ns = part.Start_ns;
        End_ns = part.End_ns;
        Measured_ns += part.End_ns - part.Start_ns;
        IsUsedUp = part.IsUsedUp;
        Parts++;
    }
}
