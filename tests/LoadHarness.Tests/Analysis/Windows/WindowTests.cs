using LoadHarness.Analysis.Windows;
using LoadHarness.Results;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Windows;

public sealed class WindowTests
{
    private static readonly MeasuringRules _rules = new() { MinWindows = 10, MaxWindows = 100 };

    [Fact]
    public void Warm_up_and_disturbed_windows_do_not_count()
    {
        var windows = Quiet(30, 0.01, 1).ToArray();
        for (var i = 0; i < 4; i++) windows[i] = windows[i] with { Throughput_per_s = 20 * (i + 1) };
        windows[12] = new WindowSample(10, OtherCpuShare: 0.3);
        windows[20] = new WindowSample(10, StealShare: 0.06);
        var level = WindowSelection.Select(_rules, windows);
        level.Warmup.ShouldBeInRange(4, 14);
        level.States.Take(4).ShouldAllBe(s => s == WindowState.Warmup);
        level.States[12].ShouldBe(WindowState.Disturbed);
        level.States[20].ShouldBe(WindowState.Disturbed);
        level.Kept.ShouldBe(28 - level.Warmup);
        level.Throughput.Contains(100).ShouldBeTrue();
        level.IsSteady.ShouldBeTrue();
    }

    [Fact]
    public void A_steady_level_loses_hardly_a_window_to_the_warm_up()
    {
        var cut = Enumerable.Range(0, 500).Count(seed => WindowSelection.Select(_rules, [.. Quiet(20, 0.05, seed)])
            .Warmup > 0);
        cut.ShouldBeLessThan(25);
    }

    [Fact]
    public void What_a_slow_start_costs_is_cut_also_where_windows_are_few()
    {
        double[] throughputs = [620, 700, 1000, 1010, 995, 1005];

        var level = WindowSelection.Select(_rules, [.. throughputs.Select(x => new WindowSample(x))]);

        level.Warmup.ShouldBe(2);
        level.Throughput.RelativeHalfWidth.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Nothing_is_cut_because_it_is_faster()
    {
        var windows = Quiet(20, 0.01, 1)
            .Select((w, i) => i < 8 ? new WindowSample(1.4 * w.Throughput_per_s) : w).ToList();

        WindowSelection.Select(_rules, windows).Warmup.ShouldBe(0);
    }

    [Fact]
    public void Unknown_shares_of_others_disturb_nothing() =>
        WindowSelection.Select(_rules, [.. Quiet(10, 0.01, 1)]).Disturbed.ShouldBe(0);

    [Fact]
    public void Without_a_calm_machine_the_least_disturbed_windows_count_and_it_is_told()
    {
        WindowSample[] windows =
            [.. Enumerable.Range(0, 30).Select(i => new WindowSample(100 + i % 3, 0.10 + 0.01 * (i % 10)))];

        var level = WindowSelection.SelectAtEnd(_rules, windows);

        level.Kept.ShouldBeInRange(_rules.MinWindows / 2, 12);
        level.KeptThoughDisturbed.ShouldBe(level.Kept);
        windows.Where((_, i) => level.States[i] == WindowState.Kept).ShouldAllBe(w => w.OtherCpuShare < 0.14);
        WindowSelection.Select(_rules, windows).Kept.ShouldBe(0);
    }

    [Fact]
    public void With_enough_calm_windows_the_end_changes_nothing()
    {
        WindowSample[] windows =
            [.. Quiet(30, 0.02, 3).Select((w, i) => i % 3 == 0 ? w with { OtherCpuShare = 0.5 } : w)];

        var level = WindowSelection.SelectAtEnd(_rules, windows);

        level.KeptThoughDisturbed.ShouldBe(0);
        level.States.ShouldBe(WindowSelection.Select(_rules, windows).States);
    }

    [Fact]
    public void A_level_that_keeps_rising_is_not_steady() =>
        WindowSelection.Select(
            _rules, [.. Enumerable.Range(0, 30).Select(i => new WindowSample(100 + 10 * i))]).IsSteady.ShouldBeFalse();

    [Fact]
    public void Steady_noise_is_hardly_ever_called_unsteady()
    {
        var unsteady =
            Enumerable.Range(0, 500)
                .Count(seed => !WindowSelection.Select(_rules, [.. Quiet(20, 0.05, seed)]).IsSteady);
        unsteady.ShouldBeLessThan(15);
    }

    [Theory]
    [InlineData(9, 0.01, false)]
    [InlineData(12, 0.01, true)]
    [InlineData(15, 0.10, false)]
    public void A_level_ends_when_its_noise_allows(int count, double cv, bool enough) =>
        WindowPolicy.Decide(_rules, LevelPhase.Ladder, [.. Alternating(count, cv)]).Enough.ShouldBe(enough);

    [Fact]
    public void The_most_windows_end_a_level_whatever_its_noise()
    {
        var decision = WindowPolicy.Decide(_rules, LevelPhase.Ladder, [.. Alternating(100, 0.9)]);
        decision.Enough.ShouldBeTrue();
        decision.Reason.ShouldContain("the most windows");
    }

    [Fact]
    public void The_confirmation_takes_more_windows_and_at_most_twice_as_many()
    {
        WindowPolicy.Decide(_rules, LevelPhase.Ladder, [.. Alternating(12, 0.025)]).Enough.ShouldBeTrue();
        WindowPolicy.Decide(
            _rules with { HalfWidthGoal = 0.01 }, LevelPhase.Confirm,
            [.. Alternating(12, 0.025)]).Enough.ShouldBeFalse();
        WindowPolicy.Decide(_rules, LevelPhase.Confirm, [.. Alternating(100, 0.9)]).Enough.ShouldBeFalse();
        WindowPolicy.Decide(_rules, LevelPhase.Confirm, [.. Alternating(200, 0.9)]).Enough.ShouldBeTrue();
    }

    [Fact]
    public void A_level_without_operations_ends()
    {
        var dead = Enumerable.Repeat(new WindowSample(0), 100).ToList();
        WindowPolicy.Decide(_rules, LevelPhase.Ladder, dead).Enough.ShouldBeTrue();
    }

    [Theory]
    [InlineData(12, 100_000, true)]
    [InlineData(12, 10_000, false)]
    [InlineData(24, 10_000, true)]
    public void A_level_of_an_open_loop_aims_at_operations_and_not_at_quiet(int count, double rate_per_s, bool enough)
    {
        var windows = Alternating(count, 0.3).Select(w => new WindowSample(w.Throughput_per_s * rate_per_s / 100));
        WindowPolicy.Decide(_rules, LevelPhase.Open, [.. windows]).Enough.ShouldBe(enough);
    }

    private static IEnumerable<WindowSample> Quiet(int count, double cv, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => new WindowSample(Normal.Sample(random, 100, 100 * cv)));
    }

    private static IEnumerable<WindowSample> Alternating(int count, double cv) =>
        Enumerable.Range(0, count).Select(i => new WindowSample(100 * (1 + (i % 2 == 0 ? cv : -cv))));
}
