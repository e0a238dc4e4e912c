using System.Globalization;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>One line about a measured level.</summary>
internal static class LevelText
{
    /// <summary>What is going on while it is measured.</summary>
    public static string Activity(LevelRequest request) => request.Open is { } open
        ? string.Create(CultureInfo.InvariantCulture, $"measuring at {open.Rate_per_s:N1} operations/s")
        : "measuring";

    /// <summary>
    /// Clients, throughput with its interval, latency, validity; in an open loop the rate offered and latency from when
    /// operations were due.
    /// </summary>
    public static string Of(MeasuredLevel level)
    {
        var row = level.Levels[^1];
        var validity = string.Equals(row.Validity, "valid", StringComparison.Ordinal) ? "" : row.Validity;
        return (row.Key.Phase == LevelPhase.Open ? Open(row, validity) : Closed(row, validity)).TrimEnd();
    }

    /// <summary>What is said at the end about a level whose history no order explains.</summary>
    public static string Violation(HistoryRow history) => string.Create(
        CultureInfo.InvariantCulture,
        $"{history.Key.Model} is not linearizable: with {history.Key.Clients} "
            + $"{(history.Key.Clients == 1 ? "client" : "clients")} no order of the operations on key "
            + $"{history.ViolatedKey} explains what they saw ({history.Violation}); see violations.csv");

    private static string Closed(LevelRow row, string validity)
    {
        var phase = row.Key.Phase == LevelPhase.Ladder ? "" : row.Key.Phase.ToString().ToLowerInvariant();
        var half = double.IsNaN(row.ThroughputHalfWidth_per_s) || row.Throughput_per_s <= 0
            ? "       "
            : string.Create(CultureInfo.InvariantCulture,
                $"± {100 * row.ThroughputHalfWidth_per_s / row.Throughput_per_s,4:0.0} %");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {row.Key.Clients,6} {(row.Key.Clients == 1 ? "client " : "clients")} {row.Throughput_per_s,12:N1} /s "
                + $"{half}"
            + $"  p50 {Milliseconds(row.LatencyP50_us),9} ms  {phase,-7} {validity}");
    }

    private static string Open(LevelRow row, string validity) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {row.Open.RequestedRate_per_s,12:N1} /s due  {row.Open.SentRate_per_s,12:N1} /s sent"
            + $"  p50 {Milliseconds(row.Open.LatencyP50_us)} ms  p99 {Milliseconds(row.Open.LatencyP99_us)} ms"
            + $"  {validity}");

    private static string Milliseconds(double value_us) => double.IsNaN(value_us)
        ? "–"
        : (value_us / 1000).ToString("N3", CultureInfo.InvariantCulture);
}
