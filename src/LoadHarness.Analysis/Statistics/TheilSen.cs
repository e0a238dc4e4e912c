namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The slope of a series as the median of the slopes of all pairs of points, with an interval from Kendall's statistic:
/// single steps and outliers move it little. Source: P. K. Sen, Estimates of the regression coefficient based on
/// Kendall's tau, JASA 63 (1968) 1379–1389.
/// </summary>
/// <param name="Slope">The slope; NaN below three points.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct TheilSen(double Slope, double Low, double High)
{
    private const double Normal975 = 1.959963984540054;

    /// <summary>Nothing is known.</summary>
    public static TheilSen Unknown { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Estimates it; costs grow with the square of the number of points.</summary>
    /// <param name="points">Points with different X.</param>
    public static TheilSen Of(IReadOnlyList<(double X, double Y)> points)
    {
        var n = points.Count;
        if (n < 3) return Unknown;
        var slopes = new List<double>(n * (n - 1) / 2);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                if (points[j].X != points[i].X)
                    slopes.Add((points[j].Y - points[i].Y) / (points[j].X - points[i].X));
            }
        }

        if (slopes.Count == 0) return Unknown;
        slopes.Sort();
        var spread = Normal975 * Math.Sqrt(n * (n - 1.0) * ((2.0 * n) + 5) / 18);
        return new TheilSen(
            Median(slopes), At(slopes, ((slopes.Count - spread) / 2) - 1), At(slopes, (slopes.Count + spread) / 2));
    }

    private static double Median(List<double> sorted) =>
        (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    /// <summary>Rounded outwards from the middle, so that the interval is rather too wide.</summary>
    private static double At(List<double> sorted, double place) => sorted[(int)Math.Clamp(
        place < sorted.Count / 2.0 ? Math.Floor(place) : Math.Ceiling(place), 0, sorted.Count - 1)];
}
