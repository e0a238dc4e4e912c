namespace LoadHarness.Report.Documents;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its sentences.</param>
public sealed record ParagraphBlock(string Text) : Block;
