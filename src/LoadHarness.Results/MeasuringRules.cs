using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Results;

/// <summary>
/// The thresholds and limits a run was measured with. They stand in the manifest, so that the analysis of a stored run
/// uses the very rules its ladder used, and the report prints them. Defaults: METHOD.md, "Defaults to adopt".
/// </summary>
public sealed record MeasuringRules
{
    /// <summary>First level, clients, ≥ 1.</summary>
    public int MinClients { get; init; } = 1;

    /// <summary>Highest level, clients.</summary>
    public int MaxClients { get; init; } = 64;

    /// <summary>Fixed levels instead of the growing ladder; empty = the ladder.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];

    /// <summary>
    /// Gain of a step below which it counts as flat, for a step of <see cref="StepRatio"/>, as a share. Default 5 %.
    /// </summary>
    public double Delta { get; init; } = 0.05;

    /// <summary>Growth of the ladder from level to level.</summary>
    public double StepRatio { get; init; } = 1.5;

    /// <summary>Successive flat steps that make a plateau.</summary>
    public int FlatSteps { get; init; } = 2;

    /// <summary>Levels the ladder visits at least, when there are so many up to <see cref="MaxClients"/>.</summary>
    public int MinLevels { get; init; } = 6;

    /// <summary>Levels put between the last rising and the first flat one, at most.</summary>
    public int RefineLevels { get; init; } = 2;

    /// <summary>Whether the levelled-out point is measured once more after the ladder.</summary>
    public bool Confirm { get; init; } = true;

    /// <summary>Length of a window, s.</summary>
    public double Window_s { get; init; } = 0.1;

    /// <summary>Windows that count at a level, at least.</summary>
    public int MinWindows { get; init; } = 10;

    /// <summary>Windows of a level altogether, at most; the time budget sets it.</summary>
    public int MaxWindows { get; init; } = 60;

    /// <summary>Half width of a level's 95 % interval aimed at, as a share of the mean.</summary>
    public double HalfWidthGoal { get; init; } = 0.02;

    /// <summary>
    /// Starts of the SUT altogether, ≥ 1; restarts measure <see cref="LevelPhase.Repeat"/> levels only.
    /// </summary>
    public int Repetitions { get; init; } = 3;

    /// <summary>Share of the machine that others may use in a window before it is dropped.</summary>
    public double DisturbedShare { get; init; } = 0.05;

    /// <summary>
    /// Whether it is asked at levelled-out points who is the limit, the SUT or the load generator.
    /// </summary>
    public bool ChecksCauses { get; init; }

    /// <summary>Pause of a client between two operations, µs.</summary>
    public long ThinkTime_us { get; init; }

    /// <summary>Connections held open beside the clients, on which nothing is sent.</summary>
    public int IdleConnections { get; init; }

    /// <summary>Operations after which a client connects anew; 0 = it keeps its connection.</summary>
    public int Churn { get; init; }

    /// <summary>Rates offered in place of the ladder or behind it; null: the loop is closed.</summary>
    public OpenSetup? Open { get; init; }
}
