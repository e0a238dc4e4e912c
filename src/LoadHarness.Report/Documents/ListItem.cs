namespace LoadHarness.Report.Documents;

/// <summary>An item of a list.</summary>
/// <param name="Lead">What it is about, set off; may be empty.</param>
/// <param name="Text">Its sentences.</param>
public sealed record ListItem(string Lead, string Text);
