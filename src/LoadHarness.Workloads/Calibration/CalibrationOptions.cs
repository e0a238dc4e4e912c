using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Calibration;

/// <summary>What can be set about the server of known capacity.</summary>
internal sealed record CalibrationOptions
{
    private const string WorkersName = "service-workers";
    private const string ServiceName = "service-us";
    private const string DistributionName = "distribution";
    private const string SeedName = "service-seed";
    private const string LockName = "lock-us";
    private const string CoherencyName = "coherency-us";
    private const string StallGapName = "stall-gap-ms";
    private const string StallName = "stall-ms";
    private const string LogName = "service-log";
    private const string Exponential = "exponential";
    private const string Fixed = "fixed";
    private const string NoLog = "none";
    private const long LongestTime_us = 60_000_000;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(WorkersName, OptionKind.Integer, "4", "requests that are worked on at the same time; others queue",
            OptionSide.Server, 1, 1024),
        new(ServiceName, OptionKind.Integer, "5000", "mean service time of a request, µs; it is waited for, not worked",
            OptionSide.Server, 1, LongestTime_us),
        new(DistributionName, OptionKind.Choice, Exponential, "how service times are spread", OptionSide.Server,
            Choices: [Exponential, Fixed]),
        new(SeedName, OptionKind.Integer, "1", "seed of the service times", OptionSide.Server, 0, int.MaxValue),
        new(LockName, OptionKind.Integer, "0", "part of every service under one lock, before the service time, µs",
            OptionSide.Server, 0, LongestTime_us),
        new(CoherencyName, OptionKind.Integer, "0",
            "κ: a request that finds k in the system, itself included, takes κ·k·(k−1) longer, µs",
            OptionSide.Server, 0, LongestTime_us),
        new(StallName, OptionKind.Integer, "0",
            "time for which nothing gets on in a stall, ms; 0 = no stalls; the first one comes a gap and a stall after "
                + "the first request",
            OptionSide.Server, 0, 3_600_000),
        new(StallGapName, OptionKind.Integer, "1000", "time from the end of one stall to the next, ms",
            OptionSide.Server, 1, 3_600_000),
        new(LogName, OptionKind.Text, NoLog,
            "file for the arrival, service time and end of every request, written at the end; 'none' keeps no such log",
            OptionSide.Server),
    ];

    /// <summary>Requests worked on at the same time.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Mean service time, ns.</summary>
    public long Service_ns { get; init; }

    /// <summary>True when every request takes <see cref="Service_ns"/>; else the times are exponential.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Seed of the service times.</summary>
    public long Seed { get; init; }

    /// <summary>Length of the part under the lock, ns; 0 = none.</summary>
    public long Lock_ns { get; init; }

    /// <summary>κ of the coherency cost, ns; 0 = none.</summary>
    public long Coherency_ns { get; init; }

    /// <summary>From the beginning of one stall to the next, ns.</summary>
    public long StallEvery_ns { get; init; }

    /// <summary>Length of a stall, ns; 0 = none.</summary>
    public long Stall_ns { get; init; }

    /// <summary>Where the log goes; null for nowhere.</summary>
    public string? LogPath { get; init; }

    /// <summary>Reads checked settings.</summary>
    public static CalibrationOptions From(WorkloadSettings settings) => new()
    {
        Workers = (int)settings.Integer(WorkersName),
        Service_ns = settings.Integer(ServiceName) * 1000,
        IsFixed = string.Equals(settings.Text(DistributionName), Fixed, StringComparison.Ordinal),
        Seed = settings.Integer(SeedName),
        Lock_ns = settings.Integer(LockName) * 1000,
        Coherency_ns = settings.Integer(CoherencyName) * 1000,
        StallEvery_ns = (settings.Integer(StallGapName) + settings.Integer(StallName)) * 1_000_000,
        Stall_ns = settings.Integer(StallName) * 1_000_000,
        LogPath = settings.Text(LogName) is { } path && !string.Equals(path, NoLog, StringComparison.Ordinal)
            ? path
            : null,
    };
}
