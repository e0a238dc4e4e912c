using LoadHarness.Analysis;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.History;
using LoadHarness.Report.Comparing;
using LoadHarness.Report.Documents;
using LoadHarness.Tests.Analysis;

namespace LoadHarness.Tests.Report.Comparing;

public sealed class RunComparisonDocumentTests
{
    [Fact]
    public void The_comparison_reads_as_it_was_read_last() => Golden.ShouldMatch(
        MarkdownWriter.Write(RunComparisonDocument.Of(RunComparer.Compare(Run("A", 1), Run("B", 0.7), 0.05)), ""),
        "comparison.golden.md");

    [Fact]
    public void The_history_reads_as_it_was_read_last()
    {
        var runs = new[] { 1, 1.01, 0.99, 0.8, 0.81, 0.79 }
            .Select((factor, i) => Run($"R{i}", factor)).ToList();
        Golden.ShouldMatch(
            MarkdownWriter.Write(HistoryDocument.Of("simulated", HistoryReader.Read(runs, 0.05), 0.05), ""),
            "history.golden.md");
    }

    [Fact]
    public void Both_read_the_same_under_a_comma_decimal_culture()
    {
        string Text() => MarkdownWriter.Write(
            [
                .. RunComparisonDocument.Of(RunComparer.Compare(Run("A", 1), Run("B", 1.06), 0.05)),
                .. HistoryDocument.Of("simulated", HistoryReader.Read([Run("A", 1), Run("B", 1.5)], 0.05), 0.05),
            ], "");
        InCulture.WithComma(Text).ShouldBe(Text());
    }

    [Fact]
    public void Nothing_in_common_is_said()
    {
        var other = Analyser.Analyse(new SimulatedRun().Add(new SimulatedServer("async", n => 100 * n)).ToRun());
        MarkdownWriter.Write(RunComparisonDocument.Of(RunComparer.Compare(Run("A", 1), other, 0.05)), "")
            .ShouldContain("nothing that both runs have measured");
    }

    private static RunAnalysis Run(string id, double factor)
    {
        var server = new SimulatedServer("select", n => factor * 1000 * Math.Min(n, 8)) { Cv = 0.01 };
        var run = new SimulatedRun().Add(server, restarts: 4).Add(server with { Model = "epoll" }, restarts: 1).ToRun();
        return Analyser.Analyse(run with { Manifest = run.Manifest with { RunId = id } });
    }
}
