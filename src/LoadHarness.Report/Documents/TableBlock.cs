using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Documents;

/// <summary>A table.</summary>
/// <param name="Table">Its content.</param>
public sealed record TableBlock(ReportTable Table) : Block;
