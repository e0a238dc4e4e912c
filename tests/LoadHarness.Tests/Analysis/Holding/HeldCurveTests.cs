using LoadHarness.Analysis;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Holding;

public sealed class HeldCurveTests
{
    private static readonly RunAnalysis _analysis = Analyser.Analyse(new SimulatedRun
    {
        Rules = new MeasuringRules { Levels = [10, 100], MaxWindows = 30 },
    }.Add(new SimulatedServer("threaded", n => 20.0 * n)).Add(new SimulatedServer("select", n => 20.0 * n)).ToRun());

    [Fact]
    public void Fixed_levels_are_held_and_searched_for_no_plateau()
    {
        _analysis.Curves.Count.ShouldBe(2);
        _analysis.Curves.ShouldAllBe(curve => curve.Verdict.Kind == VerdictKind.Held && curve.Verdict.Clients == 100);
        _analysis.Comparisons.ShouldBeEmpty();
        _analysis.Findings.Count(finding => finding.Code == FindingCode.Held).ShouldBe(2);
    }

    [Fact]
    public void The_report_has_a_table_of_what_clients_cost_and_none_of_capacities()
    {
        var blocks = ReportComposer.Compose([_analysis], []);
        var headers = blocks.OfType<TableBlock>().First().Table.Columns.Select(column => column.Header).ToList();
        string.Join('|', headers).ShouldBe("Operation|Model|Clients|Memory|Memory per client|Threads|"
            + "Threads per client|Descriptors|Operations/s|Answer, median|Answer, 99 %|Errors|Valid");
        blocks.OfType<ListBlock>().First().Items[0].Text.ShouldContain("`threaded` holds 100 waiting clients");
    }
}
