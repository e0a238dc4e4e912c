namespace LoadHarness.Report.Documents;

/// <summary>What a reader must know before trusting the rest.</summary>
/// <param name="Text">Its sentences.</param>
public sealed record WarningBlock(string Text) : Block;
