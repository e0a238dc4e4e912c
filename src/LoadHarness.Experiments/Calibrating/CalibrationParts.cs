using LoadHarness.Analysis.Calibration;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Experiments.Calibrating;

/// <summary>
/// What the harness is measured with. Service times are milliseconds, so that the two CPUs of a small machine have
/// nothing to do but to be in time.
/// </summary>
public static class CalibrationParts
{
    private const double Window_s = 0.1;

    /// <summary>Windows beyond the wanted ones that a level may take when some are dropped.</summary>
    private const double Reserve = 1.25;

    /// <summary>Share of a budget that warm-up may take, and the time that a server takes to start, s.</summary>
    private const double WarmUpShare = 0.2;

    private const double Start_s = 1;

    private static readonly QueueSpec _fourFixed = new() { Workers = 4, Service_us = 10_000, IsFixed = true };
    private static readonly QueueSpec _fourRandom = _fourFixed with { IsFixed = false };

    private static readonly CalibrationCase _fixed = new()
    {
        Name = "fixed-service",
        Title = "4 workers, 10 ms for every request: where throughput levels out",
        Queue = _fourFixed,
        Verdict = VerdictKind.LevelsOut,
        Limit = LimitKind.Server,
    };

    private static readonly CalibrationCase _random = new()
    {
        Name = "random-service",
        Title = "4 workers, exponential times of 10 ms, clients that think for 20 ms",
        Queue = _fourRandom,
        ThinkTime_us = 20_000,
        Verdict = VerdictKind.Held,
    };

    private static readonly CalibrationCase _stalls = new()
    {
        Name = "stalls",
        Title = "4 workers, 10 ms for every request, and every second nothing gets on for 200 ms",
        Queue = _fourFixed with { StallEvery_ms = 1000, Stall_ms = 200 },
        Verdict = VerdictKind.Held,
    };

    private static readonly CalibrationCase _lock = new()
    {
        Name = "lock",
        Title = "8 workers, 15 ms for every request and 5 ms more under one lock",
        Queue = new QueueSpec { Workers = 8, Service_us = 15_000, IsFixed = true, Lock_us = 5_000 },
        Verdict = VerdictKind.LevelsOut,
    };

    private static readonly CalibrationCase _coherency = new()
    {
        Name = "coherency",
        Title = "64 workers, 14.4 ms for every request and k·(k − 1)·100 µs more with k requests in the system",
        Queue = new QueueSpec { Workers = 64, Service_us = 14_400, IsFixed = true, Coherency_us = 100 },
        Verdict = VerdictKind.Falls,
    };

    private static readonly CalibrationCase _randomArrivals = new()
    {
        Name = "random-arrivals",
        Title = "4 workers, exponential times of 10 ms, requests at random moments at 50 to 90 % of the capacity",
        Queue = _fourRandom,
    };

    private static readonly CalibrationCase _oneWorker = new()
    {
        Name = "one-worker",
        Title = "1 worker, 10 ms for every request, requests at random moments at 50 to 90 % of the capacity",
        Queue = new QueueSpec { Workers = 1, Service_us = 10_000, IsFixed = true },
    };

    private static readonly CalibrationCase _slowed = new()
    {
        Name = "slowed-generator",
        Title = "8 workers, 1 ms for every request, and a generator that is given 500 µs of extra work for each",
        Queue = new QueueSpec { Workers = 8, Service_us = 1_000, IsFixed = true },
        Verdict = VerdictKind.ClientLimited,
        Limit = LimitKind.Client,
        ExtraWork_us = 500,
    };

    /// <summary>The quick ones: at most 2 minutes.</summary>
    public static IReadOnlyList<CalibrationPart> Quick { get; } =
    [
        Ladder(_fixed, maxClients: 16, budget_s: 42, windows: 15),
        Held(_random, [4, 8], level_s: 8),
        Held(_stalls, [8], level_s: 8),
        Rates(_randomArrivals, [280], level_s: 8),
        Ladder(_slowed, maxClients: 16, budget_s: 22, windows: 8),
    ];

    /// <summary>All of them: at most 20 minutes.</summary>
    public static IReadOnlyList<CalibrationPart> Full { get; } =
    [
        Ladder(_fixed, maxClients: 16, budget_s: 120, windows: 40),
        Held(_random, [2, 4, 8, 16, 32], level_s: 35),
        Held(_stalls, [8], level_s: 35),
        Ladder(_lock, maxClients: 16, budget_s: 90, windows: 40),
        Ladder(_coherency, maxClients: 32, budget_s: 90, windows: 30),
        Rates(_randomArrivals, [200, 240, 280, 320, 360], level_s: 35),
        Rates(_oneWorker, [50, 70, 90], level_s: 35),
        Ladder(_slowed, maxClients: 16, budget_s: 90, windows: 30),
    ];

    private static CalibrationPart Ladder(CalibrationCase given, int maxClients, double budget_s, int windows) => new()
    {
        Case = given,
        MaxClients = maxClients,
        Effort = Effort(budget_s, windows) with { RefineLevels = 1 },
    };

    private static CalibrationPart Held(CalibrationCase given, int[] clients, double level_s) => new()
    {
        Case = given,
        Clients = clients,
        Effort = Effort(clients.Length, level_s),
    };

    private static CalibrationPart Rates(CalibrationCase given, double[] rates_per_s, double level_s) => new()
    {
        Case = given,
        Rates_per_s = rates_per_s,
        Effort = Effort(rates_per_s.Length, level_s),
    };

    private static EffortProfile Effort(int levels, double level_s) =>
        Effort((levels * level_s * Reserve + Start_s) / (1 - WarmUpShare), (int)(level_s / Window_s));

    private static EffortProfile Effort(double budget_s, int windows) => new()
    {
        Budget_s = Math.Ceiling(budget_s),
        Repetitions = 1,
        MinWindows = windows,
        MaxWindows = (int)(windows * Reserve),
        WarmUp_s = 1,
    };
}
