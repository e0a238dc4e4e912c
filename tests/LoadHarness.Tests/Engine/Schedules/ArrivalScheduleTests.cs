using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;
using LoadHarness.Engine.Schedules;

namespace LoadHarness.Tests.Engine.Schedules;

public sealed class ArrivalScheduleTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(1000, 0, 1, new long[] { 0, 1_000_000, 2_000_000, 3_000_000 })]
    [InlineData(3, 0, 1, new long[] { 0, 333_333_333, 666_666_666, 1_000_000_000, 1_333_333_333 })]
    [InlineData(0.5, 0, 1, new long[] { 0, 2_000_000_000, 4_000_000_000 })]
    [InlineData(10_000_000, 0, 1, new long[] { 0, 100, 200 })]
    [InlineData(1000, 0, 2, new long[] { 0, 2_000_000, 4_000_000 })]
    [InlineData(1000, 1, 2, new long[] { 1_000_000, 3_000_000, 5_000_000 })]
    [InlineData(3, 2, 3, new long[] { 666_666_666, 1_666_666_666, 2_666_666_666 })]
    public void Constant_arrivals_are_due_by_the_table(double rate_per_s, int thread, int threads, long[] due_ns) =>
        Offsets(Constant(rate_per_s, thread, threads)).Take(due_ns.Length).ShouldBe(due_ns);

    [Fact]
    public void Constant_arrivals_do_not_drift_however_long_the_run() =>
        Prop.ForAll<PositiveInt, PositiveInt, byte>((rate_per_s, number, thread) =>
        {
            var schedule = Constant(rate_per_s.Get, thread, threads: 256);
            var before = ((long)number.Get * 10_007) - 1;
            var exact_ns = (thread + ((before + 1m) * 256)) * 1_000_000_000m / rate_per_s.Get;
            var offset_ns = schedule.After(new Arrival(before, 0)).Offset_ns;
            // A double has 53 bits; that is a nanosecond for fifty days.
            return Math.Abs(offset_ns - exact_ns) <= 1 + (exact_ns / (1L << 52));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_threads_together_have_the_arrivals_of_one()
    {
        var together = Enumerable.Range(0, 3).SelectMany(k => Offsets(Constant(777, k, 3)).Take(100)).Order();
        together.ShouldBe(Offsets(Constant(777, 0, 1)).Take(300));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public void Poisson_gaps_have_the_mean_and_the_variance_of_exponential_ones(int thread, int threads)
    {
        var gaps = Gaps(Poisson(seed: 5, thread, threads)).Select(gap_ns => gap_ns / (1e6 * threads)).ToArray();
        var mean = gaps.Average();
        var variance = gaps.Sum(gap => (gap - mean) * (gap - mean)) / (Draws - 1);

        // In units of the mean gap an exponential time has mean 1, variance 1 and fourth central moment 9.
        mean.ShouldBe(1, 4 / Math.Sqrt(Draws));
        variance.ShouldBe(1, 4 * Math.Sqrt(8.0 / Draws));
        (gaps.Count(gap => gap > 1) / (double)Draws).ShouldBe(Math.Exp(-1), 4 * Math.Sqrt(0.24 / Draws));
    }

    [Fact]
    public void A_Poisson_gap_tells_nothing_of_the_next_one_nor_of_another_thread()
    {
        var (gaps, others) = (Gaps(Poisson(5, 0, 2)), Gaps(Poisson(5, 1, 2)));
        Correlation(gaps[1..], gaps[..^1]).ShouldBe(0, 4 / Math.Sqrt(Draws));
        Correlation(gaps, others).ShouldBe(0, 4 / Math.Sqrt(Draws));
    }

    [Fact]
    public void A_seed_makes_the_same_arrivals_again_and_another_seed_others()
    {
        var first = Offsets(Poisson(5, 1, 2)).Take(50).ToArray();
        Offsets(Poisson(5, 1, 2)).Take(50).ShouldBe(first);
        Offsets(Poisson(6, 1, 2)).Take(50).ShouldNotBe(first);
    }

    private static ArrivalSchedule Constant(double rate_per_s, int thread, int threads) =>
        new(new OpenLoad { Rate_per_s = rate_per_s, Arrivals = Arrivals.Constant }, thread, threads);

    private static ArrivalSchedule Poisson(ulong seed, int thread, int threads) =>
        new(new OpenLoad { Rate_per_s = 1000, Seed = seed }, thread, threads);

    private static IEnumerable<long> Offsets(ArrivalSchedule schedule) =>
        Walk(schedule).Select(arrival => arrival.Offset_ns);

    private static double[] Gaps(ArrivalSchedule schedule)
    {
        var exact_ns = Walk(schedule).Take(Draws).Select(arrival => arrival.Exact_ns).ToArray();
        return [exact_ns[0], .. exact_ns.Zip(exact_ns.Skip(1), (earlier, later) => later - earlier)];
    }

    private static IEnumerable<Arrival> Walk(ArrivalSchedule schedule)
    {
        for (var arrival = schedule.First; ; arrival = schedule.After(arrival)) yield return arrival;
    }

    private static double Correlation(double[] left, double[] right)
    {
        var (leftMean, rightMean) = (left.Average(), right.Average());
        var both = left.Zip(right, (x, y) => (x - leftMean) * (y - rightMean)).Sum();
        var squares = left.Sum(x => (x - leftMean) * (x - leftMean))
            * right.Sum(y => (y - rightMean) * (y - rightMean));
        return both / Math.Sqrt(squares);
    }
}
