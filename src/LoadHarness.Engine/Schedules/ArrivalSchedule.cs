using LoadHarness.Contracts.Randomness;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Engine.Schedules;

/// <summary>
/// When the operations of an open loop are due on one of several generator threads: a pure function of their number,
/// without a clock. Constant arrivals are dealt out in turn: number n of thread k of T is number k + n·T of all, due
/// that many times 1/rate after the start, without drift. Poisson arrivals are T independent streams of rate/T, which
/// together are one of the rate.
/// </summary>
internal sealed class ArrivalSchedule
{
    private const double NanosecondsPerSecond = 1e9;

    private readonly double _rate_per_s;
    private readonly int _thread;
    private readonly int _threads;
    private readonly bool _isConstant;
    private readonly ulong _stream;

    /// <summary>Takes the thread's share.</summary>
    /// <param name="load">All threads together.</param>
    /// <param name="thread">0 … threads − 1.</param>
    /// <param name="threads">≥ 1.</param>
    public ArrivalSchedule(OpenLoad load, int thread, int threads)
    {
        (_rate_per_s, _thread, _threads) = (load.Rate_per_s, thread, threads);
        _isConstant = load.Arrivals == Arrivals.Constant;
        _stream = SplitMix64.At(load.Seed, (ulong)thread);
        MeanGap_ns = NanosecondsPerSecond * threads / load.Rate_per_s;
        First = After(new Arrival(-1, 0));
    }

    /// <summary>Mean time between arrivals on the thread, ns.</summary>
    public double MeanGap_ns { get; }

    /// <summary>The first one: with constant arrivals that of the first thread is due at the start.</summary>
    public Arrival First { get; }

    /// <summary>The one that follows.</summary>
    public Arrival After(Arrival arrival)
    {
        var number = arrival.Number + 1;
        return new Arrival(number, _isConstant ? Regular_ns(number) : arrival.Exact_ns + Gap_ns(number));
    }

    // The product is exact up to 4·10^9 operations, so that only the division rounds.
    private double Regular_ns(long number) => (_thread + number * _threads) * NanosecondsPerSecond / _rate_per_s;

    private double Gap_ns(long number) => SplitMix64.ExponentialAt(_stream, (ulong)number, MeanGap_ns);
}
