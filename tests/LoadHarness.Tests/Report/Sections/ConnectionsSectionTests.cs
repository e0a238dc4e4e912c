using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sections;

public sealed class ConnectionsSectionTests
{
    private static readonly ConnectionRow _row = new()
    {
        Model = "prefork",
        ServerProcesses = 4,
        Loop = "epoll",
        GeneratorProcesses = 3,
        Requested = 50_000,
        Connected = 50_000,
        Length_s = 60,
        Operations = 300_000,
        Generator_bytes = 40_960_000,
        Server_bytes = 55_296_000,
    };

    [Fact]
    public void Memory_of_each_connection_stands_beside_its_goal()
    {
        var text = Markdown(Run(_row));
        text.ShouldContain("## Many connections");
        text.ShouldContain("| `prefork`, 4 processes | `epoll`, 3 processes | 50,000 | 50,000 | 60 | 300,000 | 0 | "
            + "0.80 (goal 2) | 1.08 (goal 5) |");
        text.ShouldNotContain("4. Raw data");
        InCulture.WithComma(() => Markdown(Run(_row))).ShouldBe(text);
    }

    [Fact]
    public void Without_a_connection_there_is_no_memory_of_one() =>
        Markdown(Run(_row with { Connected = 0 })).ShouldNotContain("∞");

    private static StoredRun Run(ConnectionRow row) => new()
    {
        Folder = "results/connections/20261121T200000Z",
        Manifest = SyntheticRun.NumberList([1]).Manifest with { Scenario = "connections", PlannedBudget_s = 0 },
        Connections = [row],
    };

    private static string Markdown(StoredRun run) =>
        MarkdownWriter.Write(ReportComposer.Compose([Analyser.Analyse(run)], []), "svg");
}
