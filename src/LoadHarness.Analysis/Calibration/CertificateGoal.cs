namespace LoadHarness.Analysis.Calibration;

/// <summary>Largest errors allowed against the replayed truth.</summary>
internal static class CertificateGoal
{
    /// <summary>Throughput: 1 %.</summary>
    public static double Throughput(double truth) => 0.01 * truth;

    /// <summary>Mean response time: 2 % or 100 µs, whichever is more.</summary>
    public static double Mean_us(double truth_us) => Math.Max(0.02 * truth_us, 100);

    /// <summary>99th percentile and longest response time: 3 % or 200 µs, whichever is more.</summary>
    public static double Tail_us(double truth_us) => Math.Max(0.03 * truth_us, 200);

    /// <summary>Clients where the line of light load meets the capacity: the errors of both factors.</summary>
    public static double Crossing(double truth, double response_us) =>
        truth * (0.01 + Mean_us(response_us) / response_us);
}
