using System.Globalization;
using LoadHarness.Experiments.Progress;
using LoadHarness.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LoadHarness.Cli.Live;

/// <summary>The panel of the live view: what is running, how fast, how far, how much longer.</summary>
internal static class ProgressPanel
{
    private const int BarLength = 30;

    /// <summary>Draws where a run stands.</summary>
    public static IRenderable Of(ProgressSnapshot now)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        grid.AddRow("running", Markup.Escape(What(now)));
        grid.AddRow("throughput", Markup.Escape(Throughput(now)));
        grid.AddRow("progress", Markup.Escape(Progress(now)));
        grid.AddRow("time left", Markup.Escape(Left(now)));
        return new Panel(grid).Header(Markup.Escape(now.Scenario)).RoundedBorder();
    }

    private static string What(ProgressSnapshot now) => now.Key is not { } key
        ? now.Activity
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{key.Model} · {key.Stage} · {key.Clients} {Noun(key)} · {now.Activity}");

    private static string Noun(RunKey key) =>
        (key.Phase == LevelPhase.Open ? "connection" : "client") + (key.Clients == 1 ? "" : "s");

    private static string Throughput(ProgressSnapshot now) => double.IsNaN(now.Throughput_per_s)
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{now.Throughput_per_s:N0} operations/s after {Windows(now)}");

    private static string Windows(ProgressSnapshot now) => now.WindowsNeeded > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{now.Windows} of about {now.WindowsNeeded} windows")
        : string.Create(CultureInfo.InvariantCulture, $"{now.Windows} windows");

    private static string Progress(ProgressSnapshot now)
    {
        var share = now.Budget_s > 0 ? Math.Clamp(now.Spent_s / now.Budget_s, 0, 1) : 0;
        var filled = (int)(share * BarLength);
        var bar = new string('█', filled) + new string('░', BarLength - filled);
        return string.Create(CultureInfo.InvariantCulture,
            $"{bar} {share:P0} of the time, {now.CurvesDone} of {now.CurvesTotal} ladders");
    }

    private static string Left(ProgressSnapshot now) => $"{DurationText.Of(now.Budget_s - now.Spent_s)} at most";
}
