using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sections;

public sealed class CorrectnessSectionTests
{
    private static readonly StoredRun _run = SyntheticRun.Hashtable([1, 2, 4, 8], "lookup");

    [Fact]
    public void Without_a_check_there_is_no_section() => Markdown(_run).ShouldNotContain("Correct under load");

    [Fact]
    public void What_is_linearizable_is_said_with_what_was_checked()
    {
        var text = Markdown(_run with { Histories = [Row(2, HistoryState.Linearizable), Row(8)] });

        text.ShouldContain("Correct under load: what clients saw is linearizable on `select`.");
        text.ShouldContain("#### Correct under load");
        text.ShouldContain("What clients saw of `select` is linearizable at 2 levels: 2,000 operations on 8 keys were "
            + "checked, up to 5 of them at the same time on one key.");
        text.ShouldContain("| lookup | `select` | 2 | 2 – 8 | 2,000 | 0 | 0 | 5 | 1.50 ms | yes |");
        text.ShouldNotContain("NaN");
    }

    [Fact]
    public void A_violation_is_told_as_a_story_with_its_operations()
    {
        var wrong = Row(8, HistoryState.Violated) with { ViolatedKey = "c2-0", Violation = "replaced" };
        var run = _run with
        {
            Histories = [Row(2), wrong],
            Violations =
            [
                Operation(wrong.Key, 3, "write", 16, 0, 20.25),
                Operation(wrong.Key, 5, "write", 24, 30, 51),
                Operation(wrong.Key, 6, "read", 16, 60.5, 70),
            ],
        };
        var text = Markdown(run);

        text.ShouldContain("Correct under load: what clients saw is not linearizable on `select`.");
        text.ShouldContain("`select` answered wrongly: at 1 of 2 levels, first with 8 clients, no order of the "
            + "operations explains what clients saw. A value was seen although another one had taken its place.");
        text.ShouldContain("Key `c2-0` with 8 clients: A value was seen although another one had taken its place. "
            + "These 3 operations alone show it; the one that was answered last is client 6's lookup, which saw value "
            + "16.");
        text.ShouldContain("| 6 | lookup, which saw value 16 | 60.5 | 70.0 |");
        text.ShouldContain("| lookup | `select` | 2 | 2 – 8 | 2,000 | 0 | 0 | 5 | 1.50 ms | no, at 1 level |");
        InCulture.WithComma(() => Markdown(run)).ShouldBe(text);
    }

    [Fact]
    public void What_could_not_be_found_out_is_said() =>
        Markdown(_run with { Histories = [Row(2, HistoryState.Undecided)] })
            .ShouldContain(
                "Whether what clients saw of `select` is linearizable could not be found out at 1 of 1 level");

    private static HistoryRow Row(int clients, HistoryState state = HistoryState.Linearizable) => new()
    {
        Key = new RunKey("hashtable", "select", "lookup", 0, LevelPhase.Ladder, clients, 1000 + clients),
        State = state,
        Operations = 1000,
        Keys = 8,
        MostAtOnce = 5,
        Longest_us = 1500,
    };

    private static ViolationRow Operation(
        RunKey key, int client, string operation, long value, double call_us, double return_us) => new()
        {
            Key = key,
            TableKey = "c2-0",
            Client = client,
            Operation = operation,
            Value = value,
            Call_us = call_us,
            Return_us = return_us,
        };

    private static string Markdown(StoredRun run) =>
        MarkdownWriter.Write(ReportComposer.Compose([Analyser.Analyse(run)], []), "");
}
