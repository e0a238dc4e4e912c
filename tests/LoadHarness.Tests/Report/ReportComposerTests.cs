using LoadHarness.Analysis;
using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Results;
using LoadHarness.Tests.Analysis.OpenLoop;

namespace LoadHarness.Tests.Report;

public class ReportComposerTests
{
    private static readonly int[] s_ladder = [1, 2, 4, 8, 16, 32];

    [Fact]
    public void The_report_reads_as_it_did() =>
        Golden.ShouldMatch(
            Markdown(
                SyntheticRun.NumberList(s_ladder),
                WithRates(SyntheticRun.Hashtable(s_ladder, "insert", "lookup"))),
            "REPORT.golden.md");

    [Fact]
    public void The_same_runs_give_the_same_report_where_a_comma_is_the_decimal_point()
    {
        var here = Markdown(SyntheticRun.NumberList(s_ladder));
        InCulture.WithComma(() => Markdown(SyntheticRun.NumberList(s_ladder))).ShouldBe(here);
    }

    [Fact]
    public void How_the_load_was_spread_is_shown_where_the_generator_has_several_threads()
    {
        var run = SyntheticRun.NumberList(s_ladder);
        var spread = run with
        {
            Resources = [.. run.Resources.Select(row => row with { ThreadShares = "0.93 0.88" })],
        };

        Markdown(run).ShouldNotContain("0.93 0.88");
        Markdown(spread).ShouldContain("| 0.93 0.88 |");
    }

    [Fact]
    public void Conditions_that_a_run_settled_for_itself_are_told()
    {
        var run = SyntheticRun.NumberList(s_ladder);
        var settled = run with
        {
            Manifest = run.Manifest with { KeptAwake = true, LoopTrial = new LoopTrial(4.912, 4.118, 0.838, 7) },
        };

        Markdown(run).ShouldNotContain("Idle CPUs");
        var text = Markdown(settled);
        text.ShouldContain("| Idle CPUs | kept from sleeping");
        text.ShouldContain("`epoll` 4.91 µs, `io_uring` 4.12 µs; median ratio 0.84 of 7 rounds");
        InCulture.WithComma(() => Markdown(settled)).ShouldBe(text);
    }

    [Fact]
    public void Every_row_of_every_table_has_as_many_cells_as_the_head()
    {
        var cells = 0;
        foreach (var line in Markdown(SyntheticRun.Hashtable()).Split('\n'))
        {
            var now = line.StartsWith('|') ? line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|') : 0;
            if (cells > 0 && now > 0) now.ShouldBe(cells, line);
            cells = now;
        }
    }

    [Fact]
    public void Latency_against_offered_load_has_a_section_with_a_figure_of_its_own()
    {
        var run = SyntheticRun.Hashtable(s_ladder, "lookup");
        Markdown(run).ShouldNotContain("Latency against offered load");

        var text = Markdown(WithRates(run));

        text.ShouldContain("#### Latency against offered load");
        text.ShouldContain("hashtable-offered-load.svg");
        text.ShouldContain("lookup, select: rates offered, each visit");
        text.ShouldContain("`select` at 50");
        text.ShouldContain("1 rate offered to `threaded` was not reached");
        InCulture.WithComma(() => Markdown(WithRates(run))).ShouldBe(text);
        ShouldHaveNoHoles(text);
    }

    [Fact]
    public void A_run_of_rates_alone_is_told_without_a_word_about_ladders()
    {
        var run = SyntheticRun.Hashtable(s_ladder, "lookup");
        var bare = run with { Levels = [], Clients = [], Windows = [], Resources = [], Events = [] };
        var rules = run.Manifest.Rules with { Open = new OpenSetup { Rates_per_s = [1000, 5000] } };
        var rates = bare
            .WithRate(new CurveKey("hashtable", "select", "lookup"), 0, 1000, 100)
            .WithRate(new CurveKey("hashtable", "select", "lookup"), 0, 5000, 100) with
        {
            Manifest = run.Manifest with { Rules = rules },
        };

        var text = Markdown(rates);

        text.ShouldContain("**lookup.** `select` at 5.00 k operations/s: half of the operations are answered within");
        text.ShouldContain("1.00 k and 5.00 k operations/s, given in advance");
        text.ShouldNotContain("**Ladder.**");
        text.ShouldNotContain("**Levels out.**");
        text.ShouldNotContain("Nothing was measured");
        text.ShouldNotContain("Every curve has its verdict");
        ShouldHaveNoHoles(text);
    }

    [Fact]
    public void What_stood_beside_the_clients_is_told_with_the_answer_the_levels_and_the_conditions()
    {
        var run = SyntheticRun.Hashtable(s_ladder, "lookup");
        var text = Markdown(run with
        {
            Manifest = run.Manifest with { Rules = run.Manifest.Rules with { IdleConnections = 1000, Churn = 10 } },
        });

        text.ShouldContain("1,000 idle connections were open beside the clients; every client connected anew after "
            + "10 operations, and connecting is part of no latency.");
        text.ShouldContain("| `idle_connections` | `reconnects` | `reconnect_mean_us` |");
        text.ShouldContain("| Idle connections beside the clients | 1,000 |");
        text.ShouldContain("| Clients connect anew after | 10 operations |");
    }

    [Fact]
    public void Runs_of_one_workload_are_told_apart_by_their_scenarios_or_by_the_run()
    {
        var run = SyntheticRun.NumberList(s_ladder);
        var other = run with { Manifest = run.Manifest with { Scenario = "factors-idle" } };
        var later = other with { Manifest = other.Manifest with { RunId = "20261122T000000Z" } };

        Titles(run).ShouldBe(["number-list"]);
        Titles(run, other).ShouldBe(["number-list", "number-list (factors-idle)"]);
        Titles(other, later).ShouldBe(
        [
            "number-list (factors-idle, 20261121T084400Z)", "number-list (factors-idle, 20261122T000000Z)",
        ]);
    }

    [Fact]
    public void A_server_that_was_running_already_is_said_to_be_known_by_its_answers_only()
    {
        var run = SyntheticRun.NumberList(s_ladder);
        var other = run with
        {
            Manifest = run.Manifest with
            {
                IsSutSampled = false,
                Commands = [new SutCommand("number-list", "127.0.0.1:80", "# running")],
            },
        };

        Markdown(other).ShouldContain("`127.0.0.1:80` was running already");
        Markdown(other).ShouldNotContain("Server and clients ran on one machine");
        Markdown(run).ShouldNotContain("running already");
    }

    [Fact]
    public void An_interrupted_run_is_said_to_be_one_and_still_reported()
    {
        var run = SyntheticRun.NumberList(s_ladder);
        var half = run with
        {
            Manifest = run.Manifest with { State = RunState.Interrupted, Reason = "Ctrl-C", Finished_utc = null },
            Levels = [.. run.Levels.Take(3)],
        };
        var text = Markdown(half);
        text.ShouldContain("> **Note.** The run `20261121T084400Z` of `number-list` was interrupted (Ctrl-C). This "
            + "report shows the 3 levels it had finished.");
        text.ShouldContain("| Finished | not finished |");
        ShouldHaveNoHoles(text);
    }

    [Fact]
    public void A_run_without_a_level_is_reported_without_a_number()
    {
        var run = SyntheticRun.NumberList(
            s_ladder) with
        { Levels = [], Clients = [], Windows = [], Resources = [], Events = [] };
        var text = Markdown(run);
        text.ShouldContain("Nothing was measured.");
        ShouldHaveNoHoles(text);
    }

    [Fact]
    public void A_run_without_a_single_operation_has_dashes_and_no_holes()
    {
        var run = SyntheticRun.NumberList(s_ladder);
        var dead = run with
        {
            Levels = [.. run.Levels.Select(row => row with
            {
                Operations = 0, Throughput_per_s = 0, ThroughputHalfWidth_per_s = double.NaN,
                    LatencyMean_us = double.NaN, LatencyP50_us = double.NaN,
                LatencyP90_us = double.NaN, LatencyP99_us = double.NaN, LatencyP999_us = double.NaN,
                    JainIndex = double.NaN, Timeouts = 7,
                WindowCv = double.NaN, LittleResidual = double.NaN, Validity = "invalid: errors (7 timeouts)",
            })],
            Clients = [.. run.Clients.Select(
                row => row with { Operations = 0, Throughput_per_s = 0, LatencyMean_us = double.NaN })],
            Windows = [.. run.Windows.Select(row => row with { Operations = 0, LatencyMean_us = double.NaN })],
            Histograms = new Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>>(),
        };
        var text = Markdown(dead);
        text.ShouldContain("7 timeouts");
        ShouldHaveNoHoles(text);
    }

    [Fact]
    public void A_run_without_resources_and_windows_has_no_figures_of_them()
    {
        var bare = SyntheticRun.NumberList(s_ladder) with { Windows = [], Resources = [], Clients = [], Events = [] };
        var blocks = ReportComposer.Compose([Analyser.Analyse(bare)], []);
        blocks.OfType<FigureBlock>().Select(figure => figure.Name)
            .ShouldNotContain(name =>
            name.Contains("cpu", StringComparison.Ordinal) || name.Contains("windows", StringComparison.Ordinal));
        ShouldHaveNoHoles(MarkdownWriter.Write(blocks, "svg"));
    }

    [Fact]
    public void Two_runs_of_one_workload_are_told_apart()
    {
        var first = SyntheticRun.NumberList(s_ladder);
        var second = first with { Manifest = first.Manifest with { RunId = "20261122T090000Z" } };
        var names = ReportComposer.Compose([Analyser.Analyse(first), Analyser.Analyse(second)], [])
            .OfType<FigureBlock>()
            .Select(figure => figure.Name).ToList();
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Count);
    }

    private static StoredRun WithRates(StoredRun run)
    {
        var (select, threaded) =
            (new CurveKey("hashtable", "select", "lookup"), new CurveKey("hashtable", "threaded", "lookup"));
        var rules = run.Manifest.Rules with { Open = new OpenSetup { Ladder = [0.5, 0.8, 0.95] } };
        return run
            .WithRate(threaded, 0, 35_000, 60).WithRate(threaded, 0, 56_000, 90)
            .WithRate(threaded, 0, 67_000, 2000, sent: 0.96)
            .WithRate(select, 0, 59_000, 40).WithRate(select, 0, 94_000, 55).WithRate(select, 0, 112_000, 130) with
        {
            Manifest = run.Manifest with { Rules = rules },
        };
    }

    private static IEnumerable<string> Titles(params StoredRun[] runs) =>
        ReportComposer.PartsOf([.. runs.Select(Analyser.Analyse)]).Select(part => part.Title);

    private static string Markdown(params StoredRun[] runs) =>
        MarkdownWriter.Write(ReportComposer.Compose([.. runs.Select(Analyser.Analyse)], []), "svg");

    private static void ShouldHaveNoHoles(string text)
    {
        text.ShouldNotContain("NaN");
        text.ShouldNotContain("∞");
        text.ShouldNotContain("Infinity");
    }
}
