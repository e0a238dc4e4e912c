using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sections;

/// <summary>What the harness measured on servers of known capacity: why its numbers may be believed.</summary>
internal static class CertificateSection
{
    /// <summary>The blocks of the section; none without a calibration.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<CertificateRow> rows)
    {
        if (rows.Count == 0) yield break;
        yield return new HeadingBlock(2, "The harness's own certificate");
        yield return new ParagraphBlock(Summary(rows));
        yield return new TableBlock(CertificateTable.Of(rows));
        yield return new ParagraphBlock(CertificateTable.Legend);
    }

    private static string Summary(IReadOnlyList<CertificateRow> rows)
    {
        var goals = rows.Where(row => row.Result != CertificateResult.Shown).ToList();
        var within = goals.Count(row => row.Result == CertificateResult.Within);
        var text = "Before it is believed about servers, the harness was put to servers whose true figures are known. "
            + $"It kept {NumberText.Count(within)} of {Words.Plural(goals.Count, "goal")}";
        var missed = goals.Where(row => row.Result != CertificateResult.Within)
            .Select(row => string.Join(' ', new[] { row.Part, row.Load, row.Quantity }.Where(word => word.Length > 0)))
            .ToList();
        return missed.Count == 0 ? text + "." : $"{text}; not kept: {Words.List(missed)}.";
    }
}
