using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Windows;

/// <summary>Which windows of a level count, and what they say about its throughput.</summary>
/// <param name="States">One state for each window given, in their order.</param>
/// <param name="Throughput">
/// Mean of the windows that count with its 95 % interval from batch means, operations/s.
/// </param>
/// <param name="Cv">Coefficient of variation of the windows that count; NaN below two.</param>
/// <param name="Lag1">Lag-1 correlation of the windows that count; NaN below three.</param>
/// <param name="IsSteady">
/// False when the best warm-up cut lies in the second half, or the windows that count still rise: the level was too
/// short to become steady.
/// </param>
public sealed record LevelSteadiness(
    IReadOnlyList<WindowState> States, Interval Throughput, double Cv, double Lag1, bool IsSteady)
{
    /// <summary>Windows that count although others used the machine: there were not enough without.</summary>
    public int KeptThoughDisturbed { get; init; }

    /// <summary>Windows that count.</summary>
    public int Kept => States.Count(s => s == WindowState.Kept);

    /// <summary>Windows cut off as warm-up.</summary>
    public int Warmup => States.Count(s => s == WindowState.Warmup);

    /// <summary>Windows dropped because others used the machine.</summary>
    public int Disturbed => States.Count(s => s == WindowState.Disturbed);
}
