using LoadHarness.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Windows;

/// <summary>
/// Whether the windows before a warm-up cut differ from those behind it by more than chance: Student's t with the
/// scatter of those behind and their correlation, 0.5 %. The rule that proposes the cut looks for the calmest end of a
/// series, and in a steady one finds a part that is calm by chance; intervals from that part are too narrow
/// (METHOD.md A.5).
/// </summary>
internal static class WarmupTest
{
    private const double Chance = 0.005;

    /// <summary>True when the cut takes something off that is different.</summary>
    /// <param name="series">The series in order of time.</param>
    /// <param name="cut">Values before the cut.</param>
    public static bool IsBorneOut(List<double> series, int cut)
    {
        var (before, behind) = (series[..cut], series[cut..]);
        if (before.Count == 0 || behind.Count < 2) return false;
        var alike = behind.Count / EffectiveCount.Of(behind);
        var error = Dispersion.StandardDeviation(behind)
            * Math.Sqrt(alike * (1.0 / before.Count + 1.0 / behind.Count));
        var difference = Math.Abs(before.Average() - behind.Average());
        return difference > error * StudentT.InvCDF(0, 1, behind.Count - 1, 1 - Chance / 2);
    }
}
