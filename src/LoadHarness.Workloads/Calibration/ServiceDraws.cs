using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Workloads.Calibration;

/// <summary>The service times of a seed: the time of the n-th request is the same in every run.</summary>
/// <param name="mean_ns">Mean, ns, ≥ 1.</param>
/// <param name="isFixed">True for always the mean; else exponential.</param>
/// <param name="seed">The seed.</param>
internal sealed class ServiceDraws(long mean_ns, bool isFixed, long seed)
{
    /// <summary>The time of a request, ns, ≥ 1.</summary>
    /// <param name="place">0, 1, 2… in the order of arrival.</param>
    public long At_ns(long place) => isFixed
        ? mean_ns
        : Math.Max(1, (long)Math.Round(SplitMix64.ExponentialAt((ulong)seed, (ulong)place, mean_ns)));
}
