namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>Fixed text, or a place to be filled.</summary>
/// <param name="Text">The fixed text; empty for a place.</param>
/// <param name="Placeholder">What fills the place; <see cref="Placeholder.None"/> for fixed text.</param>
/// <param name="IsQuoted">The place is inside a JSON string: keys, types and messages go there as they are, anything
/// else as JSON text.</param>
internal readonly record struct TemplatePart(byte[] Text, Placeholder Placeholder, bool IsQuoted);
