using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sections;

public sealed class PeersSectionTests
{
    private static readonly PeerRow _theirs = new()
    {
        Server = "nginx",
        Tool = "wrk",
        Connections = 64,
        Length_s = 3,
        Operations = 360_000,
        GeneratorCpu_s = 3,
        ReportedThroughput_per_s = 120_000,
        ReportedMean_us = 400,
        ReportedP50_us = 380,
        ReportedP99_us = 1250,
        Errors = 0,
    };

    private static readonly PeerRow _ours = _theirs with
    {
        Tool = "loadharness/io_uring",
        Operations = 432_000,
        ReportedMean_us = 533.3,
    };

    [Fact]
    public void Tools_stand_side_by_side_with_ratios_goals_and_what_Littles_law_allows()
    {
        var text = Markdown(Run(_theirs, _ours));
        text.ShouldContain("## Beside other load tools");
        text.ShouldContain("| `wrk` | 64 | 1 | 1.10 | 1.20 (1.20 – 1.20) | `loadharness/io_uring` | met |");
        text.ShouldContain("| 64 | 1 | `wrk` | 120 k | 1.20 (1.20 – 1.20) | 120 k | 100 % | 1 | 0 |");
        text.ShouldContain("| 64 | 1 | `wrk` | 400 µs | 380 µs | 1.25 ms | 533 µs | −25.0 % |");
        text.ShouldNotContain("NaN");
        InCulture.WithComma(() => Markdown(Run(_theirs, _ours))).ShouldBe(text);
    }

    [Fact]
    public void It_is_told_behind_load_tests_and_not_among_them()
    {
        var load = SyntheticRun.NumberList([1, 2, 4, 8]);
        var alone = Markdown(load);
        var both = Markdown(Run(_theirs, _ours), load);
        alone.ShouldNotContain("Beside other load tools");
        both.IndexOf("6. Method in short", StringComparison.Ordinal)
            .ShouldBeLessThan(both.IndexOf("## Beside other load tools", StringComparison.Ordinal));
        Markdown(Run(_theirs, _ours)).ShouldNotContain("4. Raw data");
    }

    [Fact]
    public void A_server_with_a_known_delay_shows_its_own_mean()
    {
        Markdown(Run(_theirs with { Delay_us = 1000, ServedMean_us = 1003.4 }))
            .ShouldContain("Server's own mean |");
        Markdown(Run(_theirs)).ShouldNotContain("Server's own mean");
    }

    private static StoredRun Run(params PeerRow[] rows) => new()
    {
        Folder = "results/peers/20261121T200000Z",
        Manifest = SyntheticRun.NumberList([1]).Manifest with
        {
            Scenario = "peers",
            RunId = "20261121T200000Z",
            PlannedBudget_s = 0,
        },
        Peers = rows,
    };

    private static string Markdown(params StoredRun[] runs) =>
        MarkdownWriter.Write(ReportComposer.Compose([.. runs.Select(Analyser.Analyse)], []), "svg");
}
