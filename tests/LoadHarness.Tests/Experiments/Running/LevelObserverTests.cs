using LoadHarness.Contracts.Measuring;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class LevelObserverTests
{
    private const long Window_ns = 100_000_000;
    private static readonly RunKey _key = new("w", "m", "s", 0, LevelPhase.Ladder, 2, 7);

    [Fact]
    public void A_window_that_began_just_before_the_run_was_said_to_start_counts()
    {
        var observer = Observer(new MeasuringRules());

        observer.Started(1_000_020_000);
        observer.WindowClosed(Window(0, 1_000_000_000, Window_ns));

        observer.Samples.ShouldHaveSingleItem().Throughput_per_s.ShouldBe(500, 1e-6);
    }

    [Fact]
    public void Clients_that_think_have_all_done_so_once_before_windows_count()
    {
        var observer = Observer(new MeasuringRules { ThinkTime_us = 150_000 });
        observer.Started(0);

        for (var index = 0; index < 3; index++) observer.WindowClosed(Window(index, index * Window_ns, Window_ns));

        observer.Windows.Select(window => window.IsCut).ShouldBe([true, true, false]);
    }

    [Fact]
    public void A_window_that_ends_early_as_the_supply_is_used_up_counts_from_half_its_length_on()
    {
        var observer = Observer(new MeasuringRules());
        observer.Started(0);

        observer.WindowClosed(Window(0, 0, Window_ns * 4 / 10, isExhausted: true));
        observer.WindowClosed(Window(0, 0, Window_ns * 6 / 10, isExhausted: true));

        observer.Windows.Select(window => window.IsCut).ShouldBe([true, false]);
    }

    private static WindowSnapshot Window(int index, long start_ns, long length_ns, bool isExhausted = false) => new()
    {
        Index = index,
        Start_ns = start_ns,
        End_ns = start_ns + length_ns,
        Ended = [[50, 0, 0, 0, 0, 0]],
        Latency = [new LatencyHistogram()],
        ThreadCpu_ns = [0],
        Exhausted = isExhausted,
    };

    private static LevelObserver Observer(MeasuringRules rules)
    {
        var (sut, meter) = (new FakeSuts.Sut("m"), new FakeSuts());
        return new LevelObserver(
            rules, _key, sut, meter, new LevelUsage(sut, meter), long.MaxValue, (_, _) => { });
    }
}
