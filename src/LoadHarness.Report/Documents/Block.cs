namespace LoadHarness.Report.Documents;

/// <summary>
/// A piece of the report, independent of the format it is written in. Texts are plain; what stands between backticks is
/// a name or code.
/// </summary>
public abstract record Block;
