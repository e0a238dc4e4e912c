using LoadHarness.Experiments.Running;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class TimeBudgetTests
{
    private long _now_ns = 5;

    [Fact]
    public void Time_is_shared_by_levels_after_the_starts_are_paid()
    {
        var budget = Budget(budget_s: 100, units: 40, starts: 2, start_s: 10);

        budget.PerLevel_s.ShouldBe(2);
        budget.Begin_ns(10).ShouldBe(5 + 20_000_000_000);
    }

    [Fact]
    public void Unused_time_flows_to_what_follows()
    {
        var budget = Budget(budget_s: 40, units: 40, starts: 0, start_s: 0);

        budget.Begin_ns(20);
        Pass(4);

        budget.PerLevel_s.ShouldBe(36.0 / 20);
    }

    [Fact]
    public void Time_taken_too_much_is_taken_from_all_that_follow()
    {
        var budget = Budget(budget_s: 40, units: 40, starts: 0, start_s: 0);

        budget.Begin_ns(20);
        Pass(30);

        budget.PerLevel_s.ShouldBe(0.5);
    }

    [Fact]
    public void An_overdrawn_budget_leaves_nothing()
    {
        var budget = Budget(budget_s: 10, units: 5, starts: 0, start_s: 0);

        Pass(11);

        budget.Left_s.ShouldBe(-1);
        budget.PerLevel_s.ShouldBe(0);
        budget.Begin_ns(3).ShouldBe(_now_ns);
    }

    [Fact]
    public void A_start_that_is_done_with_frees_its_time()
    {
        var budget = Budget(budget_s: 20, units: 10, starts: 1, start_s: 10);
        budget.PerLevel_s.ShouldBe(1);

        budget.StartDone();
        budget.StartDone();

        budget.PerLevel_s.ShouldBe(2);
    }

    [Fact]
    public void Spare_is_what_later_work_and_starts_are_not_owed()
    {
        var budget = Budget(budget_s: 100, units: 40, starts: 1, start_s: 10);
        budget.Spare_s(2).ShouldBe(10);

        budget.Begin_ns(20);
        Pass(15);

        budget.Spare_s(2).ShouldBe(100 - 15 - 10 - 40);
        budget.Spare_s(5).ShouldBe(0);
    }

    private TimeBudget Budget(double budget_s, double units, int starts, double start_s) =>
        new(budget_s, units, starts, start_s, () => _now_ns);

    private void Pass(double seconds) => _now_ns += (long)(seconds * 1e9);
}
