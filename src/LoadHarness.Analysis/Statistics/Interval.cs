namespace LoadHarness.Analysis.Statistics;

/// <summary>An estimate with its 95 % confidence interval.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">Lower end; NaN when there are too few values for an interval.</param>
/// <param name="High">Upper end; NaN when there are too few values for an interval.</param>
/// <param name="Count">Values it rests on: windows, batches or restarts, as <paramref name="Basis"/> says.</param>
/// <param name="Basis">What varied.</param>
public readonly record struct Interval(double Estimate, double Low, double High, int Count, IntervalBasis Basis)
{
    /// <summary>No estimate at all.</summary>
    public static Interval None { get; } = new(double.NaN, double.NaN, double.NaN, 0, IntervalBasis.None);

    /// <summary>True when both ends are known.</summary>
    public bool IsKnown => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Half of its width as a share of the estimate; NaN when unknown.</summary>
    public double RelativeHalfWidth => (High - Low) / 2 / Math.Abs(Estimate);

    /// <summary>True when the value lies inside, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
