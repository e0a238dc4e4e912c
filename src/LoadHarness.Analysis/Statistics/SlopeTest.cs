using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Statistics;

/// <summary>Whether a series drifts: least squares over its index (METHOD.md A.5, "slope test").</summary>
/// <param name="Drift">Slope × length as a share of the mean: the change over the whole series.</param>
/// <param name="HalfWidth">Half width of the drift's 95 % interval; NaN below three values.</param>
public readonly record struct SlopeTest(double Drift, double HalfWidth)
{
    /// <summary>Largest drift that passes although it is certain.</summary>
    private const double Negligible = 0.02;

    private const double SurelyRising = 0.05;

    /// <summary>True unless the drift is certain and larger than 2 %.</summary>
    public bool IsSteady => double.IsNaN(HalfWidth) || Math.Abs(Drift) <= HalfWidth || Math.Abs(Drift) < Negligible;

    /// <summary>True when the series surely rises, by more than 5 %: what comes later would be higher still.</summary>
    public bool IsRising => Drift > SurelyRising && Drift > HalfWidth;

    /// <summary>Makes the test.</summary>
    /// <param name="values">The series in order of time.</param>
    public static SlopeTest Of(IReadOnlyList<double> values)
    {
        var n = values.Count;
        if (n < 3) return new SlopeTest(0, double.NaN);
        double mean = values.Average(), middle = (n - 1) / 2.0, xy = 0, xx = 0;
        for (var i = 0; i < n; i++)
        {
            xy += (i - middle) * (values[i] - mean);
            xx += (i - middle) * (i - middle);
        }

        if (mean == 0) return new SlopeTest(0, double.NaN);
        var slope = xy / xx;
        var residual = values.Select((v, i) => v - mean - slope * (i - middle)).Sum(e => e * e);
        var error = Math.Sqrt(residual / (n - 2) / xx);
        var scale = n / Math.Abs(mean);
        return new SlopeTest(slope * scale, StudentT.InvCDF(0, 1, n - 2, 0.975) * error * scale);
    }
}
