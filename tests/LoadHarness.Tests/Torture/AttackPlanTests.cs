using LoadHarness.Cli.Registry;
using LoadHarness.Torture.Attacks;

namespace LoadHarness.Tests.Torture;

public sealed class AttackPlanTests
{
    private readonly IReadOnlyList<Bout> _all = Bout.All(ModelRegistry.Default.All);

    [Fact]
    public void Every_model_comes_first_with_its_main_service()
    {
        var models = ModelRegistry.Default.All.Count;
        _all.Take(models).ShouldAllBe(bout => bout.IsMain);
        _all.Skip(models).ShouldAllBe(bout => !bout.IsMain);
        _all.Select(bout => bout.Model.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(models);
    }

    [Fact]
    public void With_time_for_all_all_are_done_and_longer_in_proportion()
    {
        var plan = new AttackPlan(_all, TimeSpan.FromHours(10), seed: 1);
        plan.Bouts.Order(Comparer<Bout>.Create((a, b) => Place(a) - Place(b))).ShouldBe(_all);
        (plan.Needed * plan.Stretch).TotalHours.ShouldBe(10, tolerance: 0.01);
    }

    [Fact]
    public void With_less_time_as_many_are_done_as_fit()
    {
        var time = new AttackPlan(_all, TimeSpan.Zero, seed: 1).Needed / 2;
        var plan = new AttackPlan(_all, time, seed: 1);
        plan.Bouts.Count.ShouldBeLessThan(_all.Count);
        var used = plan.Bouts.Aggregate(TimeSpan.Zero, (sum, bout) => sum + (bout.Shortest * plan.Stretch));
        used.ShouldBeLessThanOrEqualTo(time + TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void With_no_time_there_is_one_and_with_each_seed_another()
    {
        var models = (ulong)ModelRegistry.Default.All.Count;
        var firsts = new List<Bout>();
        for (var seed = 0UL; seed < models; seed++)
            firsts.Add(new AttackPlan(_all, TimeSpan.Zero, seed).Bouts.ShouldHaveSingleItem());
        firsts.ShouldBe(_all.Take((int)models));
    }

    private int Place(Bout bout) => _all.ToList().IndexOf(bout);
}
