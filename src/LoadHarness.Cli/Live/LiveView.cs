using LoadHarness.Experiments.Progress;
using Spectre.Console;

namespace LoadHarness.Cli.Live;

/// <summary>
/// Progress on a terminal: the lines that stay scroll by above a small panel that is drawn anew in place.
/// </summary>
internal sealed class LiveView : IExperimentProgress
{
    private readonly IAnsiConsole _console;
    private readonly LiveDisplayContext _live;

    private LiveView(IAnsiConsole console, LiveDisplayContext live)
    {
        _console = console;
        _live = live;
    }

    /// <summary>Runs the work with a live view when the console is a terminal, with plain lines otherwise.</summary>
    /// <param name="console">The terminal or what stands in its place.</param>
    /// <param name="output">Where plain lines go.</param>
    /// <param name="work">Gets the view to report to.</param>
    public static T Follow<T>(IAnsiConsole console, TextWriter output, Func<IExperimentProgress, T> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal)
            return work(new PlainView(output));
        return console.Live(new Text("starting…")).AutoClear(true).Start(live => work(new LiveView(console, live)));
    }

    /// <inheritdoc/>
    public void Now(ProgressSnapshot snapshot) => _live.UpdateTarget(ProgressPanel.Of(snapshot));

    /// <inheritdoc/>
    public void Say(ProgressLine line) => _console.MarkupLine(line.Kind switch
    {
        ProgressLineKind.Decision => $"[dim]{Markup.Escape(line.Text)}[/]",
        ProgressLineKind.Problem => $"[yellow]! {Markup.Escape(line.Text)}[/]",
        _ => Markup.Escape(line.Text),
    });
}
