using LoadHarness.Analysis.Simulation;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Tests.Experiments.Fakes;
using NSubstitute;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class WarmUpObserverTests : IDisposable
{
    private const long Window_ns = 50_000_000;
    private readonly FakeSuts.Sut _sut = new("a");
    private readonly ILoadObserver _rehearsal = Substitute.For<ILoadObserver>();

    public void Dispose() => _sut.Dispose();

    [Fact]
    public void A_steady_server_is_warm_after_the_fewest_windows()
    {
        var observer = new WarmUpObserver(0, long.MaxValue, _sut, new FakeSuts(), _rehearsal);

        WindowsUntilDone(observer, _ => 100).ShouldBe(16);
        observer.IsSteady.ShouldBeTrue();
        observer.Describe().ShouldBe("warmed up for 0.8 s; steady");
        _rehearsal.Received(16).WindowClosed(Arg.Any<WindowSnapshot>());
    }

    [Fact]
    public void The_shortest_time_is_kept() =>
        WindowsUntilDone(new WarmUpObserver(30 * Window_ns, long.MaxValue, _sut, new FakeSuts(), _rehearsal),
            _ => 100).ShouldBe(30);

    [Fact]
    public void It_goes_on_while_throughput_rises()
    {
        var observer = new WarmUpObserver(0, long.MaxValue, _sut, new FakeSuts(), _rehearsal);

        // Five times faster when its code is compiled, as servers are.
        WindowsUntilDone(observer, i => i < 60 ? 20 + i : i < 80 ? 100 + i : 200 + i % 3).ShouldBeGreaterThan(80);
        observer.IsSteady.ShouldBeTrue();
    }

    [Fact]
    public void It_ends_when_its_time_is_up_and_says_so()
    {
        var observer = new WarmUpObserver(0, MonotonicClock.Now_ns, _sut, new FakeSuts(), _rehearsal);

        WindowsUntilDone(observer, i => i).ShouldBe(1);
        observer.Describe().ShouldContain("not steady yet");
    }

    /// <summary>Time that went into preparing the stage does not count.</summary>
    [Fact]
    public void The_shortest_time_is_measured_though_its_time_is_up()
    {
        var late_ns = MonotonicClock.Now_ns - 1;

        // An hour: the bound on a server that hangs is far away.
        const int many = 72_000;
        var observer = new WarmUpObserver(many * Window_ns, late_ns, _sut, new FakeSuts(), _rehearsal);
        observer.WindowClosed(Windows.Of(0, Window_ns, 100)).ShouldBeTrue();
        observer.WindowClosed(Windows.Of(1, (many - 1) * Window_ns, 100)).ShouldBeFalse();
        observer.Describe().ShouldContain("too short");
    }

    [Fact]
    public void A_server_that_hangs_is_not_waited_for()
    {
        const long shortest_ns = 1000;
        var observer = new WarmUpObserver(
            shortest_ns, MonotonicClock.Now_ns - shortest_ns, _sut, new FakeSuts(), _rehearsal);

        observer.WindowClosed(Windows.Of(0, shortest_ns / 2, 0)).ShouldBeFalse();
    }

    /// <summary>Scans of a server: neighbouring windows are alike, and no part of them differs from the rest.</summary>
    [Fact]
    public void Noise_that_goes_on_is_no_reason_to_wait()
    {
        var noise = new WindowNoise(0.12, Lag1: 0.5);
        var steady = Enumerable.Range(1, 100).Count(seed =>
        {
            var factors = noise.Factors(new Random(seed)).Take(60).ToList();
            var observer = new WarmUpObserver(
                20 * Window_ns, long.MaxValue, _sut, new FakeSuts(), Substitute.For<ILoadObserver>());
            return factors.Index().Any(f => !observer.WindowClosed(
                Windows.Of(f.Index, Window_ns, (int)(1000 * f.Item))));
        });
        steady.ShouldBeGreaterThanOrEqualTo(95);
    }

    [Fact]
    public void It_goes_on_while_the_server_or_the_harness_compiles()
    {
        var reads = 0;
        using var sut = new FakeSuts.Sut("a", () => Compiling(++reads, until: 160));
        var harness = new FakeSuts { HarnessUsage = () => Compiling(reads, until: 400) };

        // Four samples in a window of 50 ms: the server is quiet from the 40th on, the harness from the 100th.
        WindowsUntilDone(new WarmUpObserver(0, long.MaxValue, sut, harness, _rehearsal), _ => 100)
            .ShouldBeInRange(101, 105);
    }

    /// <summary>A level of which the first 29 windows are warm-up would have to have 58.</summary>
    [Fact]
    public void It_does_not_last_twice_as_long_as_the_compiler()
    {
        var reads = 0;
        using var sut = new FakeSuts.Sut("a", () => Compiling(++reads, until: 29 * 4));

        WindowsUntilDone(
            new WarmUpObserver(20 * Window_ns, long.MaxValue, sut, new FakeSuts(), _rehearsal),
            i => (i < 29 ? 600 : 1000) + 10 * (i % 3)).ShouldBeInRange(30, 45);
    }

    [Fact]
    public void Single_methods_are_not_waited_for()
    {
        var reads = 0;
        using var sut = new FakeSuts.Sut("a", () => new UsageSample { CompileTime_ns = ++reads * 400_000 });

        WindowsUntilDone(new WarmUpObserver(0, long.MaxValue, sut, new FakeSuts(), _rehearsal), _ => 100).ShouldBe(16);
    }

    [Fact]
    public void A_dead_server_ends_it()
    {
        _sut.HasExited = true;

        WindowsUntilDone(new WarmUpObserver(0, long.MaxValue, _sut, new FakeSuts(), _rehearsal), _ => 100).ShouldBe(1);
    }

    private static int WindowsUntilDone(WarmUpObserver observer, Func<int, int> operations)
    {
        const int Many = 1000;
        var count = 0;
        while (count < Many && observer.WindowClosed(Windows.Of(count, Window_ns, operations(count)))) count++;
        observer.IsDone.ShouldBe(count < Many);
        return count + 1;
    }

    /// <summary>A fifth of the time until then.</summary>
    private static UsageSample Compiling(int reads, int until) =>
        new() { CompileTime_ns = Math.Min(reads, until) * Window_ns / 20 };
}
