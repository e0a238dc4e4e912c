using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// How far figures of a measurement of some length lie from the formula by chance alone: 1.96 standard deviations of
/// simulated repetitions with other seeds. The interval is centred at the formula, so a wrong formula would show.
/// </summary>
public static class SamplingSpread
{
    private const int Repetitions = 100;
    private const double Z95 = 1.959963984540054;
    private const ulong FirstSeed = 1_000_003;

    /// <summary>Half widths of the 95 % sampling intervals.</summary>
    /// <param name="simulate">One repetition with a seed.</param>
    public static QueueFigures HalfWidths(Func<ulong, QueueFigures> simulate)
    {
        var figures = Enumerable.Range(0, Repetitions).Select(i => simulate(FirstSeed + (ulong)i)).ToList();
        return new QueueFigures(
            HalfWidth(figures.Select(f => f.Throughput_per_s)),
            HalfWidth(figures.Select(f => f.Mean_us)),
            HalfWidth(figures.Select(f => f.P99_us)));
    }

    private static double HalfWidth(IEnumerable<double> values) => Z95 * Dispersion.StandardDeviation([.. values]);
}
