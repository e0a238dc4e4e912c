namespace LoadHarness.Report.Documents;

/// <summary>A list with bullets.</summary>
/// <param name="Items">Its items.</param>
public sealed record ListBlock(IReadOnlyList<ListItem> Items) : Block;
