namespace LoadHarness.Report.Documents;

/// <summary>A heading.</summary>
/// <param name="Level">1 … 6.</param>
/// <param name="Text">Its text.</param>
public sealed record HeadingBlock(int Level, string Text) : Block;
