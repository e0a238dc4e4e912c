using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Levels;

/// <summary>Latency over several visits: percentiles from merged histograms, never averaged (METHOD.md A.3).</summary>
internal static class LatencyMerge
{
    /// <summary>1/(1 − p) of the percentiles of a spectrum within each power of ten.</summary>
    private static readonly double[] _oneIn = [1.25, 1.5, 2, 3, 5, 7];

    private const int PowersOfTen = 7;

    /// <summary>Merges.</summary>
    /// <param name="rows">One row for each visit.</param>
    /// <param name="histograms">The histograms of the same visits; null entries where a visit has none.</param>
    public static LatencySummary Of(IReadOnlyList<LevelRow> rows, IReadOnlyList<LatencyHistogram?> histograms)
    {
        var served = rows.Where(r => r.Operations > 0).ToList();
        var count = served.Sum(r => r.Operations);
        var mean = count > 0 ? served.Sum(r => r.LatencyMean_us * r.Operations) / count : double.NaN;
        var max = served.Count > 0 ? served.Max(r => r.LatencyMax_us) : double.NaN;
        if (histograms.All(h => h is not null) && histograms.Any(h => h!.Count > 0))
        {
            var merged = Sum(histograms);
            double At(double quantile) => Math.Min(Percentiles.Value_us(merged, quantile), max);
            return new LatencySummary(count, mean, At(0.5), At(0.9), At(0.99), At(0.999), max);
        }

        if (served.Count != 1)
            return new LatencySummary(count, mean, double.NaN, double.NaN, double.NaN, double.NaN, max);
        var row = served[0];
        return new LatencySummary(
            count, mean, row.LatencyP50_us, row.LatencyP90_us, row.LatencyP99_us, row.LatencyP999_us, max);
    }

    /// <summary>The percentiles that can be known from several visits together.</summary>
    /// <param name="histograms">One for each visit; null entries where a visit has none.</param>
    public static IReadOnlyList<SpectrumPoint> Spectrum(IReadOnlyList<LatencyHistogram?> histograms)
    {
        var merged = Sum(histograms);
        return
        [
            .. Enumerable.Range(0, PowersOfTen)
                .SelectMany(power => _oneIn.Prepend(1).Select(x => x * Math.Pow(10, power)))
                .Where(oneIn => oneIn > 1 && Percentiles.IsKnown(merged.Count, 1 - 1 / oneIn))
                .Select(oneIn => new SpectrumPoint(oneIn, Percentiles.Value_us(merged, 1 - 1 / oneIn))),
        ];
    }

    /// <summary>All operation types of a visit in one histogram, to be read only; null when it has none.</summary>
    public static LatencyHistogram? AllOperations(LevelVisit visit) => visit.Histograms is { } histograms
        ? Sum(visit.ByOperation.Select(operation => histograms.GetValueOrDefault(operation.Operation)))
        : null;

    /// <summary>Where only one has values it is the sum: most levels have one type, and copies are large.</summary>
    private static LatencyHistogram Sum(IEnumerable<LatencyHistogram?> histograms)
    {
        var filled = histograms.OfType<LatencyHistogram>().Where(histogram => histogram.Count > 0).ToList();
        if (filled is [var only]) return only;
        var sum = new LatencyHistogram();
        foreach (var histogram in filled) sum.Add(histogram);
        return sum;
    }
}
