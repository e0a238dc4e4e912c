using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Sentences;

namespace LoadHarness.Tests.Report.Sentences;

public class StabilityWordsTests
{
    [Fact]
    public void A_steady_server_is_told_with_what_changes_and_what_does_not() =>
        FindingWords.Say([Of(FindingCode.SteadyOverTime, "memory", "descriptors", "threads")]).ShouldBe(
            "`epoll` stays as it is: over 229 s at 16 clients, its memory grows by 1.00 MiB an hour (95 % interval "
            + "−2.00 MiB to 4.00 MiB) and its descriptors and threads stay the same. All are within their bounds.");

    [Fact]
    public void What_grows_is_told_with_its_bound_and_what_does_not_is_left_out()
    {
        var said = FindingWords.Say([Of(FindingCode.GrowsOverTime, "memory")]);
        said.ShouldStartWith("`epoll` grows: over 229 s at 16 clients, its memory grows by 1.00 MiB an hour");
        said.ShouldEndWith("That is more than the bound of 32.0 MiB an hour for memory.");
        said.ShouldNotContain("threads");
    }

    [Fact]
    public void What_is_not_decided_asks_for_a_longer_level() =>
        FindingWords.Say([Of(FindingCode.GrowthUndecided, "memory")]).ShouldEndWith(
            "The interval contains the bound of 32.0 MiB an hour for memory; a longer level would tell.");

    private static Finding Of(FindingCode code, params string[] notes) => new()
    {
        Code = code,
        Severity = FindingSeverity.Information,
        Subjects = [new CurveKey("hashtable", "epoll", "mixed")],
        Numbers =
        [
            new("clients", 16), new("length_s", 229),
            .. Numbers("memory", 1 << 20, 32 << 20), .. Numbers("descriptors", 0, 60), .. Numbers("threads", 0, 60),
        ],
        Notes = notes,
    };

    private static IEnumerable<Evidence> Numbers(string name, double perHour, double bound) =>
    [
        new("per_hour", perHour, name), new("low", -2 * perHour, name), new("high", 4 * perHour, name),
        new("bound", bound, name),
    ];
}
