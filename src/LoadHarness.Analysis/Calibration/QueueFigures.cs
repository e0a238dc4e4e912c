namespace LoadHarness.Analysis.Calibration;

/// <summary>What is asked of a queue at one load; NaN where it is not known.</summary>
/// <param name="Throughput_per_s">Requests done per second.</param>
/// <param name="Mean_us">Mean response time, µs.</param>
/// <param name="P99_us">99th percentile of the response time, µs.</param>
public readonly record struct QueueFigures(double Throughput_per_s, double Mean_us, double P99_us)
{
    /// <summary>Nothing is known.</summary>
    public static QueueFigures Unknown { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>The figures of requests that were done in a time.</summary>
    /// <param name="responses_ns">Their response times, ns; sorted here.</param>
    /// <param name="length_s">The time, s.</param>
    public static QueueFigures Of(long[] responses_ns, double length_s)
    {
        if (responses_ns.Length == 0) return new QueueFigures(0, double.NaN, double.NaN);
        Array.Sort(responses_ns);
        return new QueueFigures(
            responses_ns.Length / length_s,
            responses_ns.Average() / 1e3,
            responses_ns[RankOf(responses_ns.Length) - 1] / 1e3);
    }

    /// <summary>⌈0.99·n⌉ without the error of binary fractions.</summary>
    private static int RankOf(int count) => (int)((99L * count + 99) / 100);
}
