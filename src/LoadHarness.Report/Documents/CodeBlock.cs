namespace LoadHarness.Report.Documents;

/// <summary>Text to be shown as it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">For highlighting; may be empty.</param>
public sealed record CodeBlock(string Text, string Language = "") : Block;
