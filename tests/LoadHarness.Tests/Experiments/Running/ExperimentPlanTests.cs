using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class ExperimentPlanTests
{
    private static readonly EffortProfile _profile = new()
    {
        Budget_s = 1200,
        Repetitions = 3,
        MinWindows = 9,
        WarmUp_s = 1,
        RefineLevels = 2,
    };

    [Fact]
    public void A_ladder_is_planned_with_every_level_it_may_need()
    {
        var plan = Plan(_profile, new LoadSetup { MaxClients = 64 });

        // 1 2 3 4 6 8 12 16 24 32 48 64, two between, and the confirmation, which takes the time of two.
        plan.LadderUnits.ShouldBe(12 + 2 + 2);
        plan.Curves.ShouldBe(2 * 2);
        plan.Starts.ShouldBe(2 * 3);
        plan.Units.ShouldBe(4 * (16 + 2 + 2 * 3));
    }

    [Fact]
    public void Fixed_levels_are_all_there_is()
    {
        var plan = Plan(_profile, new LoadSetup { Holds = [5, 10] });

        plan.LadderUnits.ShouldBe(2);
        plan.RepeatUnits.ShouldBe(2);
    }

    [Theory]
    [InlineData(CauseChecks.Auto, true, true)]
    [InlineData(CauseChecks.Auto, false, false)]
    [InlineData(CauseChecks.On, false, true)]
    [InlineData(CauseChecks.Off, true, false)]
    public void Whose_limit_it_is_is_asked_where_the_point_is_confirmed_unless_told_otherwise(
        CauseChecks wish, bool confirms, bool asks)
    {
        var plan = Plan(_profile with { Confirm = confirms }, new LoadSetup { CauseChecks = wish });

        (plan.ChecksCauses, plan.Rules.ChecksCauses).ShouldBe((asks, asks));
        plan.CauseUnits.ShouldBe(asks ? 2 : 0);
        plan.Describe().Any(line => line.Contains("who is the limit")).ShouldBe(asks);
        Plan(_profile, new LoadSetup { CauseChecks = wish, Holds = [5] }).ChecksCauses.ShouldBeFalse();
    }

    [Theory]
    [InlineData(OverloadEffort.Planned, 1)]
    [InlineData(OverloadEffort.Spare, 0)]
    [InlineData(OverloadEffort.Off, 0)]
    public void Overload_has_time_of_its_own_only_where_it_is_planned(OverloadEffort effort, double units)
    {
        var plan = Plan(_profile with { Overload = effort }, new LoadSetup { MaxClients = 64 });

        plan.OverloadUnits.ShouldBe(units);
        plan.Units.ShouldBe(4 * (16 + 2 + units + 2 * 3));
        plan.Describe().Any(line => line.Contains("4 times the clients")).ShouldBe(effort != OverloadEffort.Off);
        plan.Describe().Any(line => line.Contains("as far as time is left")).ShouldBe(effort == OverloadEffort.Spare);
        Plan(_profile with { Overload = effort }, new LoadSetup { Holds = [5] }).Overload.ShouldBe(OverloadEffort.Off);
    }

    [Fact]
    public void Levels_share_what_starts_and_warm_ups_leave()
    {
        var plan = Plan(_profile, new LoadSetup { MaxClients = 64 });

        plan.WarmUpLimit_s.ShouldBe(0.2 * 1200 / 6);
        (plan.PerLevel_s * plan.Units + plan.Starts * plan.Start_s).ShouldBe(1200, 1e-9);
    }

    [Fact]
    public void Warm_ups_get_the_shortest_time_of_every_stage_and_never_more_than_a_minute()
    {
        Plan(_profile with { Budget_s = 10 }, new LoadSetup()).WarmUpLimit_s.ShouldBe(2);
        Plan(_profile with { Budget_s = 36_000 }, new LoadSetup()).WarmUpLimit_s.ShouldBe(60);
    }

    [Fact]
    public void A_level_cut_short_is_kept_from_half_of_its_fewest_windows_on()
    {
        Plan(_profile, new LoadSetup()).UsableWindows.ShouldBe(5);
        Plan(_profile with { MinWindows = 1 }, new LoadSetup()).UsableWindows.ShouldBe(2);
    }

    private static ExperimentPlan Plan(EffortProfile profile, LoadSetup load) => ExperimentPlan.Of(
        new Scenario
        {
            Name = "plan",
            Workload = "fake",
            Server = new ServerSetup { Models = ["a", "b"] },
            Load = load,
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal) { ["test"] = profile },
        },
        "test",
        ["read", "write"]);
}
