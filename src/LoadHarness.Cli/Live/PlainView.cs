using LoadHarness.Experiments.Progress;

namespace LoadHarness.Cli.Live;

/// <summary>Progress for logs and pipes: the lines that stay, one below the other, nothing else.</summary>
internal sealed class PlainView(TextWriter output) : IExperimentProgress
{
    /// <inheritdoc/>
    public void Now(ProgressSnapshot snapshot)
    {
    }

    /// <inheritdoc/>
    public void Say(ProgressLine line)
    {
        output.WriteLine(line.Kind == ProgressLineKind.Problem ? $"! {line.Text}" : line.Text);
        output.Flush();
    }
}
