using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Windows;

/// <summary>
/// Says which windows of a level count: the warm-up is cut by MSER, windows in which others used the machine are
/// dropped on that
/// evidence alone (METHOD.md A.5; DESIGN.md "Machine noise is measured").
/// </summary>
public static class WindowSelection
{
    /// <summary>
    /// From this many windows on they are averaged in fives before the warm-up cut; below, each is a batch of
    /// operations already.
    /// </summary>
    private const int LongSeries = 50;

    /// <summary>
    /// Selects at the end of a level. When the machine was hardly ever undisturbed, the least disturbed windows are
    /// kept all the same, as many
    /// as a level needs at least: still chosen by what others used and never by throughput, and the level is marked for
    /// it.
    /// </summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="windows">All windows of the level in order of time.</param>
    public static LevelSteadiness SelectAtEnd(MeasuringRules rules, IReadOnlyList<WindowSample> windows)
    {
        var calm = windows.Count(w => !IsDisturbed(rules, w));
        if (calm >= rules.MinWindows || calm == windows.Count) return Select(rules, windows);
        var limit = windows.Select(Disturbance).Order().ElementAt(Math.Min(rules.MinWindows, windows.Count) - 1);
        var level = Select(rules with { DisturbedShare = limit }, windows);
        var disturbed = windows.Where((w, i) => level.States[i] == WindowState.Kept && IsDisturbed(rules, w)).Count();
        return level with { KeptThoughDisturbed = disturbed };
    }

    /// <summary>Selects, and computes what the selected windows say.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="windows">All windows of the level in order of time.</param>
    public static LevelSteadiness Select(MeasuringRules rules, IReadOnlyList<WindowSample> windows)
    {
        var states = windows.Select(w => IsDisturbed(rules, w) ? WindowState.Disturbed : WindowState.Kept).ToArray();
        var places = Enumerable.Range(0, windows.Count).Where(i => states[i] == WindowState.Kept).ToList();
        var series = places.ConvertAll(i => windows[i].Throughput_per_s);
        var (cut, isSteady) = WarmupCut(series);
        foreach (var place in places.Take(cut)) states[place] = WindowState.Warmup;
        var kept = series.Skip(cut).ToList();
        return new LevelSteadiness(
            states,
            BatchMeans.Estimate(kept).ToThroughput(kept.Count),
            Dispersion.Cv(kept),
            Correlation.Lag1(kept),
            isSteady);
    }

    /// <summary>True when a series has become steady, by the rule for levels.</summary>
    /// <param name="throughputs_per_s">Throughput of its windows in order of time.</param>
    public static bool IsSteady(IReadOnlyList<double> throughputs_per_s) => WarmupCut([.. throughputs_per_s]).IsSteady;

    /// <summary>
    /// A best cut in the second half means too short, unless what follows the best cut of the first half does not
    /// drift: in a steady series the rule sometimes finds a quiet end by chance. For the same reason nothing is cut
    /// that does not differ from the rest. What is left must not surely rise.
    /// </summary>
    private static (int Cut, bool IsSteady) WarmupCut(List<double> series)
    {
        var batch = series.Count >= LongSeries ? 5 : 1;
        var cut = Mser.Cut(series, batch);
        var isLate = cut > series.Count / 2;
        if (isLate) cut = Mser.Cut(series, batch, series.Count / 2);
        if (!WarmupTest.IsBorneOut(series, cut)) cut = 0;
        var drift = SlopeTest.Of(series[cut..]);
        return (cut, !drift.IsRising && (drift.IsSteady || !isLate));
    }

    private static bool IsDisturbed(MeasuringRules rules, WindowSample window) =>
        Disturbance(window) > rules.DisturbedShare;

    /// <summary>The larger of what others and the hypervisor took; what is unknown counts as nothing.</summary>
    private static double Disturbance(WindowSample window) =>
        Math.Max(double.IsNaN(window.OtherCpuShare) ? 0 : window.OtherCpuShare, double.IsNaN(window.StealShare)
            ? 0 : window.StealShare);
}
