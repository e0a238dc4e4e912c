namespace LoadHarness.Report.Documents;

/// <summary>An item of a list.</summary>
/// <param name="Lead">What it is about, set off; may be empty.</param>
/// <param name="Text">Its sentences.</param>
public sealed record ListItem(string Lead, string Text)
{
    /// <summary>Anchors of the figures and rows that show it, see <see cref="Anchor"/>. A writer leaves out those that
    /// the report does not have.</summary>
    public IReadOnlyList<string> See { get; init; } = [];
}
