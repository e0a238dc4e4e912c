using System.Text;

using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Documents.Html;
using LoadHarness.Report.Figures.Svg;

namespace LoadHarness.Tests.Report;

/// <summary>The report of a full run stays of a size that can be sent and opened.</summary>
public sealed class FullReportTests
{
    private const int MostPage_bytes = 3_000_000;
    private const long MostAllocated_bytes = 200_000_000;

    private static readonly string[] s_workloads = ["number-list", "hashtable", "image", "mean", "null"];

    private static readonly Lazy<IReadOnlyList<Block>> s_report = new(() =>
        ReportComposer.Compose([.. s_workloads.Select(name => Analyser.Analyse(SyntheticRun.Full(name)))], []));

    [Fact]
    public void A_full_run_has_five_visits_of_fifteen_levels_for_each_of_seven_models()
    {
        var visits = SyntheticRun.Full("null").Levels.GroupBy(row => row.Key.Model, StringComparer.Ordinal).ToList();
        visits.Count.ShouldBe(7);
        visits.ShouldAllBe(model => model.GroupBy(row => row.Key.Clients).Count(level => level.Count() >= 5) == 15);
    }

    [Fact]
    public void Its_page_has_at_most_three_megabytes() =>
        Encoding.UTF8.GetByteCount(Page()).ShouldBeLessThanOrEqualTo(MostPage_bytes);

    [Fact]
    public void Writing_its_page_takes_a_bounded_amount_of_memory()
    {
        var report = s_report.Value;
        Allocation.LeastOf_bytes(() => HtmlWriter.Write(report, new SvgFigureRenderer()))
            .ShouldBeLessThanOrEqualTo(MostAllocated_bytes);
    }

    [Fact]
    public void It_says_of_how_many_visits_it_shows_the_first() => s_report.Value.OfType<DetailsBlock>()
        .SelectMany(details => details.Content).OfType<ParagraphBlock>().Select(paragraph => paragraph.Text)
        .ShouldContain(text => text.StartsWith("Shown are the first 30 of 77 visits", StringComparison.Ordinal));

    private static string Page() => HtmlWriter.Write(s_report.Value, new SvgFigureRenderer());
}
