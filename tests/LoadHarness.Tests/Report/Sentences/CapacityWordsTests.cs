using System.Text.RegularExpressions;
using LoadHarness.Analysis;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Documents.Html;
using LoadHarness.Report.Figures.Svg;
using LoadHarness.Report.Sentences;

namespace LoadHarness.Tests.Report.Sentences;

public sealed partial class CapacityWordsTests
{
    private static readonly int[] s_ladder = [1, 2, 4, 8, 16, 32];

    /// <summary>
    /// The generator is the limit of one curve alone, <c>select</c> on <c>lookup</c>; the answer, the comparison over
    /// workloads, the sums and the tables all name what it does at least.
    /// </summary>
    [Fact]
    public void What_a_server_does_at_least_is_the_same_number_in_every_sentence_and_table()
    {
        var blocks = ReportComposer.Compose(
        [
            Analyser.Analyse(SyntheticRun.NumberList(s_ladder)),
            Analyser.Analyse(SyntheticRun.Hashtable(s_ladder, "lookup")),
        ], []);
        string[] texts = [MarkdownWriter.Write(blocks, "svg"), HtmlWriter.Write(blocks, new SvgFigureRenderer())];
        foreach (var text in texts)
        {
            var said = AtLeast().Matches(text).Select(Number).ToList();
            said.Count.ShouldBe(3);
            said.Concat(Bounds().Matches(text).Select(Number)).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Digits_go_by_the_interval()
    {
        var wide = new Interval(3983, 2900, 5500, 3, IntervalBasis.Restarts);
        CapacityWords.AtLeast(wide).ShouldBe("at least 4.0 k operations/s (2.9 k – 5.5 k)");
        CapacityWords.Rate(wide with { Low = 3900, High = 4060 }).ShouldBe("3.98 k operations/s");
        CapacityWords.WithInterval(wide with { Low = double.NaN })
            .ShouldBe("3.98 k operations/s (no interval: too few windows)");
        CapacityWords.Rate(Interval.None).ShouldBe("an unknown number of operations/s");
    }

    [Theory]
    [InlineData(VerdictKind.LevelsOut, "900 operations/s")]
    [InlineData(VerdictKind.ClientLimited, "at least 900 operations/s (890 – 910)")]
    [InlineData(VerdictKind.StillRising, "at least 900 operations/s (890 – 910)")]
    [InlineData(VerdictKind.Undecided, "900 operations/s at its best level")]
    public void A_verdict_says_what_its_number_is(VerdictKind kind, string text) =>
        CapacityWords.Of(new Verdict
        {
            Kind = kind,
            Capacity = new Interval(900, 890, 910, 3, IntervalBasis.Restarts),
            Reason = "",
        }).ShouldBe(text);

    private static string Number(Match match) => match.Groups["number"].Value + " " + match.Groups["ends"].Value;

    [GeneratedRegex(@"at least (?<number>[0-9.]+( [kMG])?) operations/s \((?<ends>[^)]+)\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"≥ (?<number>[0-9.]+( [kMG])?) \((?<ends>[^)]+)\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bounds();
}
