using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Windows;

/// <summary>
/// Whether the windows before a warm-up cut are lower than those behind it by more than chance: the difference of their
/// means in standard errors, from the scatter of those behind and their correlation. The rule that proposes the cut
/// looks for the calmest end of a series, and in a steady one finds a part that is calm by chance; intervals from that
/// part are too narrow (METHOD.md A.5). The bound is the normal 0.1 % for any number of windows: with Student's t four
/// windows would have to differ by thirteen errors, and levels do begin slower than they go on. Nothing that is faster
/// is cut: what throughput warms up to is not less than where it began, and a machine that becomes slower in the middle
/// of a level has no better half.
/// </summary>
internal static class WarmupTest
{
    /// <summary>Standard errors of the normal distribution beyond which 0.1 % lie, on both sides.</summary>
    private const double Errors = 3.29;

    /// <summary>True when the cut takes something off that is lower.</summary>
    /// <param name="series">The series in order of time.</param>
    /// <param name="cut">Values before the cut.</param>
    public static bool IsBorneOut(List<double> series, int cut)
    {
        var (before, behind) = (series[..cut], series[cut..]);
        if (before.Count == 0 || behind.Count < 2) return false;
        var correlation = WindowCorrelation.OfLevel(behind, WindowCorrelation.Usual);
        var alike = behind.Count / EffectiveCount.Of(behind.Count, correlation);
        var error = Dispersion.StandardDeviation(behind)
            * Math.Sqrt(alike * (1.0 / before.Count + 1.0 / behind.Count));
        return behind.Average() - before.Average() > error * Errors;
    }
}
