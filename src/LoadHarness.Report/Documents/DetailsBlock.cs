namespace LoadHarness.Report.Documents;

/// <summary>Blocks that a reader opens when needed.</summary>
/// <param name="Summary">What is inside.</param>
/// <param name="Content">The blocks.</param>
public sealed record DetailsBlock(string Summary, IReadOnlyList<Block> Content) : Block;
