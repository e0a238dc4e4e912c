namespace LoadHarness.Results;

/// <summary>What the SUT held at one moment of a level: a row of samples.csv. Negative means unknown.</summary>
public sealed record SampleRow
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>Time relative to the run's start, s.</summary>
    public double Time_s { get; init; }

    /// <summary>Resident memory, bytes.</summary>
    public long Rss_bytes { get; init; } = -1;

    /// <summary>Open descriptors.</summary>
    public int Descriptors { get; init; } = -1;

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>TCP sockets that are closed and still held, of all programs.</summary>
    public int ClosedSockets { get; init; } = -1;
}
