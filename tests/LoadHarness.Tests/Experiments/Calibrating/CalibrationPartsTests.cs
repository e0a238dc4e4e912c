using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Calibrating;
using LoadHarness.Servers;

namespace LoadHarness.Tests.Experiments.Calibrating;

public sealed class CalibrationPartsTests
{
    [Theory]
    [InlineData(true, 120)]
    [InlineData(false, 1200)]
    public void The_planned_time_is_within_what_is_promised(bool isQuick, double promised_s) =>
        Parts(isQuick).Sum(part => part.ToPlan("results").Profile.Budget_s).ShouldBeLessThanOrEqualTo(promised_s);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_part_is_a_scenario_that_the_workload_and_the_model_take(bool isQuick)
    {
        var workload = WorkloadRegistry.Default.Find("calibration")!;
        foreach (var part in Parts(isQuick))
        {
            var plan = part.ToPlan("results");
            var problems = new List<string>();
            WorkloadSettings.Create(workload.Options, plan.Scenario.Server.Options, problems);
            problems.ShouldBeEmpty();
            plan.Stages.ShouldBe(workload.UsualStages);
            foreach (var model in plan.Models)
                ModelSettings.Refusal(ModelRegistry.Default.Find(model)!, workload).ShouldBeNull();
            plan.PerLevel_s.ShouldBeGreaterThan(plan.Rules.MinWindows * plan.Rules.Window_s, part.Case.Name);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_part_has_a_name_of_its_own(bool isQuick) =>
        Parts(isQuick).Select(part => part.Case.Name).ShouldBeUnique(StringComparer.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Idle_cpus_are_kept_from_sleeping_unless_told_otherwise_and_the_loop_is_always_the_same(bool isQuick)
    {
        Parts(isQuick).ShouldAllBe(part => part.ToPlan("results", true).Scenario.Load.KeepAwake);
        Parts(isQuick).ShouldAllBe(part => !part.ToPlan("results", false).Scenario.Load.KeepAwake);
        Parts(isQuick).ShouldAllBe(part => part.ToPlan("results", true).Scenario.Generator.Loop == "epoll");
    }

    private static IReadOnlyList<CalibrationPart> Parts(bool isQuick) =>
        isQuick ? CalibrationParts.Quick : CalibrationParts.Full;
}
