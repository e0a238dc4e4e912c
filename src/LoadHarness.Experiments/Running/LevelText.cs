using System.Globalization;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>One line about a measured level.</summary>
internal static class LevelText
{
    /// <summary>Clients, throughput with its interval, latency, validity.</summary>
    public static string Of(MeasuredLevel level)
    {
        var row = level.Levels[^1];
        var phase = row.Key.Phase == LevelPhase.Ladder ? "" : row.Key.Phase.ToString().ToLowerInvariant();
        var half = double.IsNaN(row.ThroughputHalfWidth_per_s) || row.Throughput_per_s <= 0
            ? "       "
            : string.Create(CultureInfo.InvariantCulture,
                $"± {100 * row.ThroughputHalfWidth_per_s / row.Throughput_per_s,4:0.0} %");
        var validity = string.Equals(row.Validity, "valid", StringComparison.Ordinal) ? "" : row.Validity;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {row.Key.Clients,6} {(row.Key.Clients == 1 ? "client " : "clients")} {row.Throughput_per_s,12:N1} /s "
                + $"{half}"
            + $"  p50 {Median(row),9} ms  {phase,-7} {validity}").TrimEnd();
    }

    private static string Median(LevelRow row) => double.IsNaN(row.LatencyP50_us)
        ? "–"
        : (row.LatencyP50_us / 1000).ToString("N3", CultureInfo.InvariantCulture);
}
