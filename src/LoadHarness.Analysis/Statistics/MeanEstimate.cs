using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Statistics;

/// <summary>A mean with its standard error.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard error; NaN when unknown.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the standard error; 0 when unknown.</param>
public readonly record struct MeanEstimate(double Mean, double StandardError, double DegreesOfFreedom)
{
    /// <summary>Nothing known.</summary>
    public static MeanEstimate Unknown { get; } = new(double.NaN, double.NaN, 0);

    /// <summary>Standard error as a share of the mean: the standard error of ln X by the delta method.</summary>
    public double RelativeError => StandardError / Math.Abs(Mean);

    /// <summary>Half width of the two-sided 95 % interval, t·s/√b (METHOD.md B.5); NaN when unknown.</summary>
    public double HalfWidth =>
        DegreesOfFreedom > 0 ? StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.975) * StandardError : double.NaN;

    /// <summary>The two-sided 95 % interval.</summary>
    /// <param name="count">Values behind it, to be said with it.</param>
    /// <param name="basis">What varied.</param>
    public Interval ToInterval(int count, IntervalBasis basis)
    {
        if (double.IsNaN(Mean)) return Interval.None;
        var half = HalfWidth;
        return new Interval(Mean, Mean - half, Mean + half, count, basis);
    }

    /// <summary>
    /// The same interval for a throughput over the windows of one start, cut off at 0: no server does less than
    /// nothing.
    /// </summary>
    /// <param name="windows">Windows behind it.</param>
    public Interval ToThroughput(int windows)
    {
        var interval = ToInterval(windows, IntervalBasis.Windows);
        return interval with { Low = Math.Max(0, interval.Low) };
    }

    /// <summary>
    /// The difference of two independent means. Degrees of freedom after Welch (1947) and Satterthwaite (1946).
    /// </summary>
    public static MeanEstimate Difference(MeanEstimate first, MeanEstimate second)
    {
        var (a, b) = (first.StandardError * first.StandardError, second.StandardError * second.StandardError);
        var freedom = Math.Min(first.DegreesOfFreedom, second.DegreesOfFreedom);
        if (freedom > 0 && a + b > 0)
            freedom = (a + b) * (a + b) / (a * a / first.DegreesOfFreedom + b * b / second.DegreesOfFreedom);
        return new MeanEstimate(first.Mean - second.Mean, Math.Sqrt(a + b), freedom);
    }

    /// <summary>The logarithm of the ratio of two means; standard errors by the delta method.</summary>
    public static MeanEstimate LogRatio(MeanEstimate numerator, MeanEstimate denominator) =>
        Difference(numerator.ToLogarithm(), denominator.ToLogarithm());

    /// <summary>The bound above which 5 % lie: one-sided, 95 %. NaN when the error is unknown.</summary>
    public double UpperBound => Mean + OneSided;

    /// <summary>The bound below which 5 % lie: one-sided, 95 %. NaN when the error is unknown.</summary>
    public double LowerBound => Mean - OneSided;

    private MeanEstimate ToLogarithm() => new(Math.Log(Mean), RelativeError, DegreesOfFreedom);

    private double OneSided =>
        DegreesOfFreedom > 0 ? StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.95) * StandardError : double.NaN;
}
