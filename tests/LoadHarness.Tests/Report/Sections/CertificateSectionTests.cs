using LoadHarness.Report.Documents;
using LoadHarness.Report.Sections;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sections;

public sealed class CertificateSectionTests
{
    private static readonly CertificateRow _kept = new()
    {
        Part = "random-service",
        Load = "8 clients",
        Quantity = "throughput",
        Unit = "1/s",
        Truth = 250,
        Measured = 251,
        Formula = 252,
        FormulaLow = 245.2,
        FormulaHigh = 258.8,
        Allowed = 2.5,
    };

    [Fact]
    public void Without_a_calibration_there_is_no_section() => CertificateSection.Of([]).ShouldBeEmpty();

    [Fact]
    public void Each_line_shows_truth_measurement_error_and_what_chance_allows()
    {
        var text = Markdown(_kept);
        text.ShouldContain("It kept 1 of 1 goal.");
        text.ShouldContain("| random-service | 8 clients | throughput, 1/s | 250.0 | 251.0 | 1.00 | 0.40 | "
            + "±2.50 | 252.0 | 245.2 … 258.8 | yes | within |");
    }

    [Fact]
    public void What_was_not_kept_is_named_in_the_first_sentence()
    {
        var missed = new CertificateRow
        {
            Part = "slowed",
            Quantity = "verdict",
            Note = "right: a; found: b",
            Result = CertificateResult.Missed,
        };
        var text = Markdown(_kept, missed, _kept with { Quantity = "shown", Result = CertificateResult.Shown });
        text.ShouldContain("It kept 1 of 2 goals; not kept: slowed verdict.");
        text.ShouldContain("| MISSED (right: a; found: b) |");
    }

    private static string Markdown(params IEnumerable<CertificateRow> rows) =>
        MarkdownWriter.Write(CertificateSection.Of([.. rows]), "svg");
}
