namespace LoadHarness.Report;

/// <summary>What building a report did.</summary>
/// <param name="Written">Paths of the files written; empty when no run could be read.</param>
/// <param name="Problems">Files that were missing or damaged, one line each.</param>
public sealed record ReportResult(IReadOnlyList<string> Written, IReadOnlyList<string> Problems);
