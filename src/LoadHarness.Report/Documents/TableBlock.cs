using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Documents;

/// <summary>A table.</summary>
/// <param name="Table">Its content.</param>
public sealed record TableBlock(ReportTable Table) : Block
{
    /// <summary>What tells it apart, so that its rows can be pointed at by <see cref="Anchor.Row"/>; empty: they
    /// cannot.</summary>
    public string Name { get; init; } = "";
}
