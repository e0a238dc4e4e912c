using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Tests.Contracts.Workloads;

public sealed class WorkloadSettingsTests
{
    private static readonly WorkloadOption[] _options =
    [
        new("low", OptionKind.Integer, "1", "A number.", OptionSide.Both, 0, 100),
        new("high", OptionKind.Integer, "9", "A number.", OptionSide.Both, 0, 100, NotBelow: "low"),
        new("mode", OptionKind.Choice, "slow", "A word.", OptionSide.Server, Choices: ["slow", "fast"]),
        new("loud", OptionKind.Switch, "false", "A switch.", OptionSide.Server),
        new("folder", OptionKind.Text, "data", "A text.", OptionSide.Server),
    ];

    [Fact]
    public void What_is_not_given_takes_its_default()
    {
        var (settings, problems) = Create(("low", "3"));
        problems.ShouldBeEmpty();
        settings.Integer("low").ShouldBe(3);
        settings.Integer("high").ShouldBe(9);
        settings.Text("mode").ShouldBe("slow");
        settings.Switch("loud").ShouldBeFalse();
        settings.Values.Keys.ShouldBe(["low", "high", "mode", "loud", "folder"]);
    }

    [Fact]
    public void All_problems_are_reported_at_once_each_naming_its_option() =>
        Create(("low", "-1"), ("high", "1,5"), ("mode", "medium"), ("loud", "yes"), ("colour", "red")).Problems
            .ShouldBe([
            "low: '-1' is not a whole number from 0 to 100",
            "high: '1,5' is not a whole number from 0 to 100",
            "mode: 'medium' is not one of slow, fast",
            "loud: 'yes' is not true or false",
            "unknown option 'colour'; known are low, high, mode, loud, folder",
        ]);

    [Fact]
    public void A_number_below_the_one_it_must_not_be_below_is_a_problem()
    {
        Create(("low", "10")).Problems.ShouldBe(["high: 9 is below low, which is 10"]);
        Create(("low", "9")).Problems.ShouldBeEmpty();
    }

    private static (WorkloadSettings Settings, List<string> Problems) Create(params (string Name, string Value)[] given)
    {
        var problems = new List<string>();
        var values = given.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return (WorkloadSettings.Create(_options, values, problems), problems);
    }
}
