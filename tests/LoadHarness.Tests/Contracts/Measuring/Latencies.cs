using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Tests.Contracts.Measuring;

/// <summary>Random latencies spread over all magnitudes the histogram knows, and histograms of them.</summary>
internal static class Latencies
{
    public static Gen<long> One { get; } =
        from bits in Gen.Choose(0, 42)
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select ((((long)high << 31) | (long)low) & ((1L << bits) - 1));

    public static Arbitrary<long[]> Some { get; } = Arb.From(One.NonEmptyListOf().Select(values => values.ToArray()));

    public static Arbitrary<long[]> AnyNumber { get; } = Arb.From(One.ListOf().Select(values => values.ToArray()));

    public static Arbitrary<double> Quantile { get; } = Arb.From(
        Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1e6));

    public static LatencyHistogram HistogramOf(params IEnumerable<long> values)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in values) histogram.Record(value);
        return histogram;
    }

    /// <summary>All that can be asked of a histogram but its quantiles.</summary>
    public static object ContentOf(LatencyHistogram histogram) => (
        histogram.Count, histogram.Sum_ns, histogram.Min_ns, histogram.Max_ns, string.Join(';', histogram.Steps()));
}
