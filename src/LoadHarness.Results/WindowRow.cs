namespace LoadHarness.Results;

/// <summary>
/// One window of one level: a row of windows.csv. All windows are kept in the file, also those that do not count.
/// </summary>
public sealed record WindowRow
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>0, 1, 2… within the level.</summary>
    public int Window { get; init; }

    /// <summary>Start relative to the run's start, s.</summary>
    public double Start_s { get; init; }

    /// <summary>True length, s.</summary>
    public double Length_s { get; init; }

    /// <summary>Correct operations.</summary>
    public long Operations { get; init; }

    /// <summary>Operations that ended in any other way.</summary>
    public long Errors { get; init; }

    /// <summary>Mean latency, µs.</summary>
    public double LatencyMean_us { get; init; }

    /// <summary>CPU time of the SUT, s; NaN when unknown.</summary>
    public double SutCpu_s { get; init; }

    /// <summary>CPU time of the harness, s.</summary>
    public double GeneratorCpu_s { get; init; }

    /// <summary>CPU time used by neither, as a share of the machine's CPU time, 0 … 1; NaN when unknown.</summary>
    public double OtherCpuShare { get; init; }

    /// <summary>Time the hypervisor withheld, as a share, 0 … 1; NaN when unknown.</summary>
    public double StealShare { get; init; }

    /// <summary>Whether it counts.</summary>
    public WindowState State { get; init; }
}
