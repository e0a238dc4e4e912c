namespace LoadHarness.Contracts.Scenarios;

/// <summary>How much time and effort a run of a scenario may take.</summary>
public sealed record EffortProfile
{
    /// <summary>
    /// Time budget of the whole run, s. It is kept: what it does not suffice for is "undecided (budget)".
    /// </summary>
    public required double Budget_s { get; init; }

    /// <summary>Those of the scenario's server models that are measured; empty = all of them.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Starts of each SUT, ≥ 1; restarts repeat the levels around the levelled-out point.</summary>
    public int Repetitions { get; init; } = 3;

    /// <summary>Fewest windows that count at a level.</summary>
    public int MinWindows { get; init; } = 10;

    /// <summary>Most windows of a level.</summary>
    public int MaxWindows { get; init; } = 60;

    /// <summary>
    /// Shortest warm-up of one stage after a start of the SUT, s; it goes on until throughput is steady, as far as the
    /// budget allows.
    /// </summary>
    public double WarmUp_s { get; init; } = 2;

    /// <summary>Levels put between the last rising and the first flat one, at most.</summary>
    public int RefineLevels { get; init; } = 2;

    /// <summary>Whether the levelled-out point is measured once more after the ladder.</summary>
    public bool Confirm { get; init; } = true;

    /// <summary>
    /// Whether the shares of the capacity that the scenario names (<see cref="OpenSetup.Ladder"/>) are offered.
    /// </summary>
    public bool RateLadder { get; init; } = true;

    /// <summary>Whether it is seen what overload does, and whether the server comes back from it.</summary>
    public OverloadEffort Overload { get; init; }
}
