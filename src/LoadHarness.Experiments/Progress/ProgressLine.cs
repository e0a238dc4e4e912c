namespace LoadHarness.Experiments.Progress;

/// <summary>A line that stays on the screen.</summary>
/// <param name="Kind">What it is, which decides how it is shown.</param>
/// <param name="Text">One line of plain text.</param>
public sealed record ProgressLine(ProgressLineKind Kind, string Text);
