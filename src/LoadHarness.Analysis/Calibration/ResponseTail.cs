using MathNet.Numerics;

namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// How long responses of exponential servers take, as the share that is longer than a time. A request that finds k
/// others waits until k − c + 1 have left, at rate c·μ, and is then served at rate μ. Times in s.
/// </summary>
internal static class ResponseTail
{
    private const int Halvings = 100;

    /// <summary>Share of responses longer than a time, for a request that finds others in the system.</summary>
    /// <param name="workers">c.</param>
    /// <param name="rate_per_s">μ, services per second of one worker.</param>
    /// <param name="found">k, requests in the system that it finds.</param>
    /// <param name="time_s">The time.</param>
    public static double AfterFinding(int workers, double rate_per_s, int found, double time_s)
    {
        if (found < workers) return Math.Exp(-rate_per_s * time_s);
        if (workers == 1) return SpecialFunctions.GammaUpperRegularized(found + 1, rate_per_s * time_s);
        var leaving_per_s = workers * rate_per_s;
        var departures = found - workers + 1;
        return SpecialFunctions.GammaUpperRegularized(departures, leaving_per_s * time_s)
            + Math.Exp(-rate_per_s * time_s) * Math.Pow(leaving_per_s / (leaving_per_s - rate_per_s), departures)
            * SpecialFunctions.GammaLowerRegularized(departures, (leaving_per_s - rate_per_s) * time_s);
    }

    /// <summary>The time that a share of responses does not exceed, s.</summary>
    /// <param name="tail">Share that is longer than a time, falling from 1 to 0.</param>
    /// <param name="quantile">The share, 0 … 1.</param>
    /// <param name="guess_s">A time to begin with, above 0.</param>
    public static double Quantile_s(Func<double, double> tail, double quantile, double guess_s)
    {
        var (low_s, high_s) = (0.0, guess_s);
        while (tail(high_s) > 1 - quantile) (low_s, high_s) = (high_s, 2 * high_s);
        for (var i = 0; i < Halvings; i++)
        {
            var middle_s = (low_s + high_s) / 2;
            if (tail(middle_s) > 1 - quantile) low_s = middle_s;
            else high_s = middle_s;
        }

        return high_s;
    }
}
