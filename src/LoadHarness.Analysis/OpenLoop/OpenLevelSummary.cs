using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.OpenLoop;

/// <summary>One rate offered to one stage of one model, its visits on all starts merged.</summary>
public sealed record OpenLevelSummary
{
    /// <summary>Operations due per second as asked for.</summary>
    public required double Rate_per_s { get; init; }

    /// <summary>Latency from when operations were due: what a user feels.</summary>
    public required OpenLatency FromDue { get; init; }

    /// <summary>Latency from when operations were sent: without what the wait for sending adds.</summary>
    public required LatencySummary FromSend { get; init; }

    /// <summary>Connections that the operations shared.</summary>
    public int Connections { get; init; }

    /// <summary>Starts of the SUT in which it was offered.</summary>
    public int Starts { get; init; }

    /// <summary>Windows that count.</summary>
    public int KeptWindows { get; init; }

    /// <summary>Time of the windows that count, s.</summary>
    public double Measured_s { get; init; }

    /// <summary>Correct operations per second over the windows that count.</summary>
    public double Throughput_per_s { get; init; } = double.NaN;

    /// <summary>Operations that became due.</summary>
    public long Due { get; init; }

    /// <summary>Operations sent.</summary>
    public long Sent { get; init; }

    /// <summary>Of the sent ones: more than 1 ms after they were due.</summary>
    public long Late { get; init; }

    /// <summary>Of the sent ones: those that waited for a free connection.</summary>
    public long Queued { get; init; }

    /// <summary>Operations not sent since no connection was free.</summary>
    public long Dropped { get; init; }

    /// <summary>99th percentile of the time from due to sent, µs, of the worst visit.</summary>
    public double SendLagP99_us { get; init; } = double.NaN;

    /// <summary>The generator's own part of it, µs, of the worst visit.</summary>
    public double OwnLagP99_us { get; init; } = double.NaN;

    /// <summary>Cost.</summary>
    public ResourceSummary Resources { get; init; } = ResourceSummary.Unknown;

    /// <summary>Operations that failed, by kind.</summary>
    public ErrorCounts Errors { get; init; }

    /// <summary>Worst validity of the visits.</summary>
    public LevelValidity Validity { get; init; } = LevelValidity.Valid;

    /// <summary>Operations sent as a share of those due; NaN when none was due.</summary>
    public double SentShare => Due > 0 ? (double)Sent / Due : double.NaN;

    /// <summary>True when its latencies are those of the rate: a rate that was not reached has none.</summary>
    public bool Counts => Validity.Grade != ValidityGrade.Invalid;
}
