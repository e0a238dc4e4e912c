using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Proc;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class NoiseBlocksTests
{
    private readonly Meter _meter = new();

    [Fact]
    public void Windows_are_judged_together_once_half_a_second_has_passed()
    {
        var noise = new NoiseBlocks(_meter, new FakeSuts.Sut("a"));
        noise.Start();
        _meter.Take(second: 1, others: 0.25);
        var first = Add(noise, 0.2);
        double.IsNaN(first.OtherCpuShare).ShouldBeTrue();

        var second = Add(noise, 0.6);

        first.OtherCpuShare.ShouldBe(0.25, 1e-9);
        second.OtherCpuShare.ShouldBe(0.25, 1e-9);
        second.StealShare.ShouldBe(0);
    }

    [Fact]
    public void The_next_block_begins_where_the_last_one_ended()
    {
        var noise = new NoiseBlocks(_meter, new FakeSuts.Sut("a"));
        noise.Start();
        _meter.Take(second: 1, others: 0.5);
        Add(noise, 0.6);
        _meter.Take(second: 1, others: 0);

        Add(noise, 1.2).OtherCpuShare.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void A_rest_too_short_to_be_judged_stays_unknown()
    {
        var noise = new NoiseBlocks(_meter, new FakeSuts.Sut("a"));
        noise.Start();
        var rest = Add(noise, 0.1);
        noise.End();
        noise.Start();
        Add(noise, 0.7);

        double.IsNaN(rest.OtherCpuShare).ShouldBeTrue();
    }

    [Fact]
    public void Without_the_own_share_nothing_is_known()
    {
        _meter.OwnIsUnknown = true;
        var noise = new NoiseBlocks(_meter, new FakeSuts.Sut("a"));
        noise.Start();
        _meter.Take(second: 1, others: 0.5);

        double.IsNaN(Add(noise, 0.6).OtherCpuShare).ShouldBeTrue();
    }

    private static GatheredWindow Add(NoiseBlocks noise, double length_s)
    {
        var window = new GatheredWindow { Window = Windows.Of(0, (long)(length_s * 1e9), 1) };
        noise.Add(window);
        return window;
    }

    /// <summary>A machine of two CPUs, on which harness and server use nothing that is not told.</summary>
    private sealed class Meter : IUsageMeter
    {
        private long _time_ns = MonotonicClock.Now_ns;
        private long _busy_ns;
        private long _idle_ns;

        public bool OwnIsUnknown { get; set; }

        public void Take(double second, double others)
        {
            _time_ns += (long)(second * 1e9);
            _busy_ns += (long)(2 * second * others * 1e9);
            _idle_ns += (long)(2 * second * (1 - others) * 1e9);
        }

        public UsageSample Harness() => new();

        public long HarnessCpu_ns() => OwnIsUnknown ? -1 : 0;

        public MachineSample? Machine() => new MachineSample(_time_ns, _busy_ns, _idle_ns, 0, 0, 2);
    }
}
