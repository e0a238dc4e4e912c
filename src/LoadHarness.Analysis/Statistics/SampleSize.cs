namespace LoadHarness.Analysis.Statistics;

/// <summary>How many values a decision needs.</summary>
public static class SampleSize
{
    /// <summary>Fewest windows whatever the noise.</summary>
    public const int FewestWindows = 10;

    /// <summary>
    /// Windows per level so that the plateau test passes 95 % of the truly flat steps: (4.64·cv / ln(1+delta))², at
    /// least 10.
    /// 4.64 = 2·1.64·√2: both errors 5 %, difference of two means. Source: METHOD.md B.2.
    /// </summary>
    /// <param name="cv">Coefficient of variation of the windows; NaN counts as 0.</param>
    /// <param name="delta">Margin as a share, &gt; 0.</param>
    public static int Windows(double cv, double delta)
    {
        if (double.IsNaN(cv)) return FewestWindows;
        var needed = Math.Pow(4.64 * cv / Math.Log(1 + delta), 2);
        return needed < int.MaxValue ? Math.Max(FewestWindows, (int)Math.Ceiling(needed)) : int.MaxValue;
    }

    /// <summary>Windows for a 95 % interval of that half width: (1.96·cv/goal)².</summary>
    /// <param name="cv">Coefficient of variation of the windows; NaN counts as 0.</param>
    /// <param name="goal">Half width as a share of the mean, &gt; 0.</param>
    public static int ForHalfWidth(double cv, double goal)
    {
        if (double.IsNaN(cv)) return 0;
        var needed = Math.Pow(1.96 * cv / goal, 2);
        return needed < int.MaxValue ? (int)Math.Ceiling(needed) : int.MaxValue;
    }
}
