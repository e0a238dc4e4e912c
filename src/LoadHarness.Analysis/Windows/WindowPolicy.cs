using System.Globalization;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Windows;

/// <summary>
/// Decides after every window whether the level has been measured long enough (METHOD.md B.2: more noise extends the
/// level, it must
/// not end it).
/// </summary>
public static class WindowPolicy
{
    /// <summary>
    /// Operations that a level of an open loop aims at: 200 of them lie beyond the 99th percentile.
    /// </summary>
    public const int OpenOperations = 20_000;

    /// <summary>Decides.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="phase">
    /// Why the level is visited: the confirmation may take twice the windows and aims at a narrow interval, an open
    /// loop aims at enough operations for percentiles.
    /// </param>
    /// <param name="windows">All windows of the level so far, in order of time.</param>
    public static WindowDecision Decide(MeasuringRules rules, LevelPhase phase, IReadOnlyList<WindowSample> windows)
    {
        var most = phase == LevelPhase.Confirm ? 2 * rules.MaxWindows : rules.MaxWindows;
        if (windows.Count < Math.Min(rules.MinWindows, most))
            return new WindowDecision(false, windows.Count, rules.MinWindows, "the fewest windows are not reached");
        var level = WindowSelection.Select(rules, windows);
        var needed = Math.Max(rules.MinWindows, Needed(rules, phase, level));
        var say = string.Create(
            CultureInfo.InvariantCulture,
            $"{level.Kept} windows count, {needed} are needed at a variation of {100 * level.Cv:0.#} %");
        if (level.Kept >= needed && level.IsSteady) return new WindowDecision(true, level.Kept, needed, say);
        if (windows.Count >= most)
            return new WindowDecision(true, level.Kept, needed, say + "; the most windows of a level are reached");
        return new WindowDecision(false, level.Kept, needed, level.IsSteady ? say : say + "; not steady yet");
    }

    /// <summary>
    /// The throughput of an open loop is given, so its noise decides nothing; what is wanted are operations.
    /// </summary>
    private static int Needed(MeasuringRules rules, LevelPhase phase, LevelSteadiness level)
    {
        if (phase == LevelPhase.Open)
        {
            var byWindow = level.Throughput.Estimate * rules.Window_s;
            return byWindow > 0 ? (int)Math.Min(rules.MaxWindows, Math.Ceiling(OpenOperations / byWindow)) : 0;
        }

        var cv = level.Cv;
        var forTest = cv > 0 ? SampleSize.Windows(cv, rules.Delta) : 0;
        return phase == LevelPhase.Confirm
            ? Math.Max(forTest, SampleSize.ForHalfWidth(cv, rules.HalfWidthGoal))
            : forTest;
    }
}
