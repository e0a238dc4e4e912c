namespace LoadHarness.Analysis.Laws;

/// <summary>
/// The smallest value of a function of one variable between two ends, which may be an end itself. Source: Kiefer,
/// Proceedings of the American Mathematical Society 4 (1953).
/// </summary>
internal static class GoldenSection
{
    private const int Turns = 60;
    private static readonly double _ratio = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Where the function is smallest, if it falls and rises once.</summary>
    public static double Minimum(Func<double, double> function, double low, double high)
    {
        var (left, right) = (high - _ratio * (high - low), low + _ratio * (high - low));
        var (atLeft, atRight) = (function(left), function(right));
        for (var turn = 0; turn < Turns; turn++)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - _ratio * (high - low);
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + _ratio * (high - low);
                atRight = function(right);
            }
        }

        return (low + high) / 2;
    }
}
