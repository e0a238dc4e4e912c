using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Sentences;

namespace LoadHarness.Tests.Report.Sentences;

public class FindingWordsTests
{
    private static readonly CurveKey s_threaded = new("hashtable", "threaded", "lookup");
    private static readonly CurveKey s_select = new("hashtable", "select", "lookup");

    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_finding_is_worded_even_without_numbers(FindingCode code)
    {
        var text = FindingWords.Say([Of(code, [s_select, s_threaded])]);
        text.ShouldNotBeEmpty();
        text.ShouldEndWith(".");
        text.ShouldNotContain("NaN");
        text.ShouldNotContain("  ");
        text.ShouldNotContain(" ,");
    }

    [Fact]
    public void Curves_that_level_out_are_said_together()
    {
        var text = FindingWords.Say([LevelsOut(s_threaded, 1, 900, 3), LevelsOut(s_select, 12, 8600, 3)]);
        text.ShouldBe("`threaded` levels out at 1 client with 900 operations/s (891 – 909) and `select` at 12 clients "
            + "with 8.60 k operations/s "
            + "(8.51 k – 8.69 k). In brackets: 95 % intervals over 3 starts of the server.");
    }

    [Fact]
    public void A_single_start_is_said_to_be_one() =>
        FindingWords.Say([LevelsOut(s_select, 12, 8600, 1)])
            .ShouldEndWith("95 % intervals over the windows of one start of the server.");

    [Fact]
    public void Singular_and_plural_agree()
    {
        var one = Of(FindingCode.DisturbedWindows, [], new("disturbed_windows", 1), new("all_windows", 300),
            new("share", 1 / 300.0));
        FindingWords.Say([one]).ShouldBe("1 of 300 windows (0.33 %) was dropped because others used the machine.");
        var errors = Of(FindingCode.ErrorsSeen, [s_select], new("timeouts", 1), new("resets", 2), new("refused", 0),
            new("first_clients", 1));
        FindingWords.Say([errors])
            .ShouldBe("Operations of `select` failed: 2 connection resets and 1 timeout, first at 1 client.");
    }

    [Fact]
    public void Who_is_the_limit_is_said_with_what_shows_it()
    {
        var ceiling = Of(
            FindingCode.ServerIsLimit, [s_threaded], new("clients", 12), new("ceiling_share", 0.34),
            new("generator_cpu_share", 0.4));
        var work = Of(
            FindingCode.ServerIsLimit, [s_select], new("clients", 16), new("work_share", 0.2),
            new("lost_share", -0.004), new("lost_at_least_share", -0.012), new("lost_at_most_share", 0.011));
        FindingWords.Say([ceiling, work]).ShouldBe(
            "The server is shown to be the limit of `threaded` at 12 clients (it does 34.0 % of what a null server in "
            + "its place does, with 40.0 % of the generator's CPU in use) and `select` at 16 clients (20.0 % more work "
            + "for the generator costs no throughput, at most 1.1 %, where a full generator loses 16.7 %).");
    }

    [Fact]
    public void What_does_not_decide_who_is_the_limit_is_said_too()
    {
        var finding = Of(
            FindingCode.LimitUndecided, [s_select], new("clients", 16), new("unsound_visits", 0),
            new("ceiling_share", 0.82), new("work_share", 0.2), new("lost_share", 0.09),
            new("lost_at_least_share", 0.06), new("lost_at_most_share", 0.12));
        FindingWords.Say([finding]).ShouldBe(
            "Whether the server or the load generator is the limit of `select` at 16 clients is undecided: it does "
            + "82.0 % of what a null server in its place does and 20.0 % more work for the generator costs 9.0 % of "
            + "throughput, between 6.0 % and 12.0 %, where a full generator loses 16.7 %.");
    }

    [Fact]
    public void Curves_that_the_generator_limits_are_said_together()
    {
        Finding Limited(CurveKey curve, double capacity) => Of(
            FindingCode.ClientLimited, [curve], new("clients", 8), new("capacity_per_s", capacity),
            new("low_per_s", capacity * 0.99), new("high_per_s", capacity * 1.01), new("generator_cpu_share", 0.945));
        FindingWords.Say([Limited(s_select, 170_000), Limited(s_threaded, 119_000)]).ShouldBe(
            "`select` does at least 170 k operations/s (168 k – 172 k), seen at 8 clients (the generator's CPU 94.5 % "
            + "busy); `threaded` does at least 119 k operations/s (118 k – 120 k), seen at 8 clients (the generator's "
            + "CPU 94.5 % busy). The load generator was the limit there, so these servers may be able to do more.");
    }

    [Fact]
    public void Curves_without_a_verdict_share_their_reason()
    {
        Finding Without(CurveKey curve) => Of(
            FindingCode.Undecided, [curve], new("highest_clients", 192), new("capacity_per_s", 1000)) with
        { Notes = ["only the last step is flat"] };
        FindingWords.Say([Without(s_select), Without(s_threaded)]).ShouldBe(
            "There is no verdict on `select` and `threaded`. Reason: only the last step is flat. The best level seen: "
            + "`select` 1.00 k operations/s, of levels up to 192 clients; `threaded` 1.00 k operations/s, of levels up "
            + "to 192 clients.");
    }

    [Fact]
    public void Objections_to_levels_are_said_once_for_all_models()
    {
        var one = Of(FindingCode.LevelsNotValid, [s_select], new("invalid_levels", 1), new("suspect_levels", 2),
            new("all_levels", 8)) with
        { Notes = ["generator-cpu 4, 6", "not-steady 1"] };
        var other = Of(FindingCode.LevelsNotValid, [s_threaded], new("invalid_levels", 0), new("suspect_levels", 1),
            new("all_levels", 7)) with
        { Notes = ["generator-cpu 10000"] };
        FindingWords.Say([one, other]).ShouldBe(
            "Checks of the levels: `select` 1 failed and 2 near a limit of 8 levels; `threaded` 1 near a limit of 7 "
            + "levels. Why: the load generator came near the limit of its own CPU (`select` at 4 and 6 clients; "
            + "`threaded` at 10,000 clients); throughput still drifted (`select` at 1 client).");
    }

    [Fact]
    public void The_cause_of_a_difference_names_numbers_of_both_models()
    {
        var finding = Of(
            FindingCode.ModelDifferenceCause, [s_select, s_threaded],
            new("cpu_per_operation_us", 8.2, "select"),
                new("cpu_per_operation_us", 14, "threaded")) with
        { Notes = ["cpu_per_operation_us"] };
        FindingWords.Say([finding]).ShouldBe(
            "What goes with it, compared with `select`: `threaded` uses 14.0 µs of CPU time per operation instead of "
                + "8.20 µs.");
    }

    private static Finding LevelsOut(CurveKey curve, int clients, double capacity, int starts) => Of(
        FindingCode.LevelsOut, [curve], new("clients", clients), new("capacity_per_s", capacity),
        new("low_per_s", capacity * 0.99), new("high_per_s", capacity * 1.01), new("starts", starts));

    private static Finding Of(FindingCode code, IReadOnlyList<CurveKey> subjects, params Evidence[] numbers) =>
        new() { Code = code, Severity = FindingSeverity.Information, Subjects = subjects, Numbers = numbers };
}
