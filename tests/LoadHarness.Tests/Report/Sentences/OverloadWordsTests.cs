using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Sentences;

namespace LoadHarness.Tests.Report.Sentences;

public sealed class OverloadWordsTests
{
    private static readonly CurveKey _select = new("hashtable", "select", "lookup");

    private static readonly Evidence[] _levels =
        [new("clients", 12), new("overload_clients", 48), new("before_per_s", 8600)];

    [Fact]
    public void Overload_that_does_no_harm_is_said_with_both_numbers_and_latency() => Say(
        FindingCode.HoldsUnderOverload, new("overload_per_s", 8500), new("change_share", -0.0116),
        new("change_low_share", -0.03), new("change_high_share", 0.007), new("exponent", 1.01),
        new("exponent_low", 0.98), new("exponent_high", 1.04)).ShouldBe(
        "Overload does no harm: with 48 clients in place of 12 `select` does 8.50 k operations/s in place of 8.60 k "
        + "operations/s (−1.2 %, 90 % interval −3.0 % to +0.70 %), and latency grows in proportion to the clients "
        + "(exponent 1.01, 95 % interval 0.98 to 1.04).");

    [Fact]
    public void A_server_that_does_not_come_back_is_said_to_be_one() => Say(
        FindingCode.DoesNotRecover, new("after_per_s", 6880), new("change_share", -0.2),
        new("change_low_share", -0.21), new("change_high_share", -0.19)).ShouldBe(
        "`select` does not recover from overload: 6.88 k operations/s after 48 clients, 8.60 k operations/s before "
        + "(−20.0 %, 90 % interval −21.0 % to −19.0 %) on the way down, with 12 clients again.");

    [Fact]
    public void What_stays_open_is_said_of_the_question_that_is_open()
    {
        Say(FindingCode.OverloadUndecided, new Evidence("overload_per_s", 8000))
            .ShouldStartWith("What overload does to");
        Say(FindingCode.OverloadUndecided, new Evidence("after_per_s", 8000))
            .ShouldStartWith("Whether `select` recovers");
    }

    private static string Say(FindingCode code, params Evidence[] numbers) => FindingWords.Say(
    [
        new Finding
        {
            Code = code,
            Severity = FindingSeverity.Information,
            Subjects = [_select],
            Numbers = [.. _levels, .. numbers],
        },
    ]);
}
