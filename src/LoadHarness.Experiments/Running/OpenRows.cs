using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Engine;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>Makes what a level of an open loop has beside other levels. Pure.</summary>
internal static class OpenRows
{
    /// <summary>
    /// Adds it to a row. Connections are not clients: how evenly they are used says nothing about the server. The N of
    /// Little's law is the mean number of operations in flight.
    /// </summary>
    /// <param name="row">The row as of any level.</param>
    /// <param name="open">What was offered.</param>
    /// <param name="kept">Windows that count.</param>
    /// <param name="type">Operation type; −1: all of them.</param>
    public static LevelRow Add(LevelRow row, OpenLoad open, List<GatheredWindow> kept, int type) => row with
    {
        Open = Figures(open, kept, type),
        JainIndex = double.NaN,
        StarvedClients = 0,
        LittleResidual = LittleResidual(kept),
    };

    /// <summary>Latency from due of one operation type over the kept windows; −1: all of them.</summary>
    public static LatencyHistogram FromDue(List<GatheredWindow> kept, int type) =>
        Merged(kept.ConvertAll(window => FromDue(window, type)));

    /// <summary>
    /// An objection where latency surely rises over the kept windows: a queue that still grows. Batches, since
    /// successive windows share a queue.
    /// </summary>
    public static ValidityIssue? RisingLatency(List<GatheredWindow> kept)
    {
        var means = kept.ConvertAll(window => FromDue(window, -1)).Where(window => window.Count > 0)
            .Select(window => window.Mean_ns).ToList();
        return SlopeTest.Of(BatchMeans.Batches(means)).IsRising
            ? new ValidityIssue(ValidityCode.NotSteady, ValidityGrade.Suspect, "latency still rises")
            : null;
    }

    private static OpenFigures Figures(OpenLoad open, List<GatheredWindow> kept, int type)
    {
        var windows = kept.ConvertAll(window => window.Window.Open!);
        var measured_s = kept.Sum(window => window.Window.Length_s);
        var sent = windows.Sum(window => window.Sent);
        var byWindow = kept.ConvertAll(window => FromDue(window, type));
        var latency = Merged(byWindow);
        var lag = Merged(windows.ConvertAll(window => window.SendLag));
        var ownLag = Merged(windows.ConvertAll(window => window.OwnLag));
        return new OpenFigures
        {
            RequestedRate_per_s = open.Rate_per_s,
            Arrivals = open.Arrivals.ToString().ToLowerInvariant(),
            WhenBusy = open.BusyPolicy.ToString().ToLowerInvariant(),
            Due = windows.Sum(window => window.Arrivals),
            Sent = sent,
            SentRate_per_s = measured_s > 0 ? sent / measured_s : double.NaN,
            Late = windows.Sum(window => window.Late),
            Queued = windows.Sum(window => window.Queued),
            Dropped = windows.Sum(window => window.Dropped),
            Waiting = windows.Count > 0 ? windows.Max(window => window.Waiting) : 0,
            SendLagP50_us = Percentiles.Value_us(lag, 0.5),
            SendLagP99_us = Percentiles.Value_us(lag, 0.99),
            SendLagMax_us = Longest_us(lag),
            OwnLagP50_us = Percentiles.Value_us(ownLag, 0.5),
            OwnLagP99_us = Percentiles.Value_us(ownLag, 0.99),
            LatencyMean_us = latency.Mean_ns / 1000,
            LatencyP50_us = Percentiles.Value_us(latency, 0.5),
            LatencyP90_us = Percentiles.Value_us(latency, 0.9),
            LatencyP95_us = Percentiles.Value_us(latency, 0.95),
            LatencyP99_us = Percentiles.Value_us(latency, 0.99),
            LatencyP999_us = Percentiles.Value_us(latency, 0.999),
            LatencyMax_us = Longest_us(latency),
            LatencyP50HalfWidth_us = BatchPercentiles.HalfWidth_us(byWindow, 0.5),
            LatencyP95HalfWidth_us = BatchPercentiles.HalfWidth_us(byWindow, 0.95),
            LatencyP99HalfWidth_us = BatchPercentiles.HalfWidth_us(byWindow, 0.99),
        };
    }

    /// <summary>
    /// Time that shows in latencies or will, over the time that operations were in flight, − 1: see
    /// <see cref="WindowSnapshot.AgeGrowth_ns"/>.
    /// </summary>
    private static double LittleResidual(List<GatheredWindow> kept)
    {
        var flight_ns = kept.Sum(window => (double)window.Window.Outstanding_ns);
        var seen_ns = kept.Sum(window => (double)window.Window.LatencySum_ns + window.Window.AgeGrowth_ns);
        return flight_ns > 0 ? (seen_ns / flight_ns) - 1 : double.NaN;
    }

    private static LatencyHistogram FromDue(GatheredWindow window, int type)
    {
        var byType = window.Window.Open!.LatencyFromDue;
        return type < 0 ? Merged(byType) : byType[type];
    }

    private static LatencyHistogram Merged(IReadOnlyList<LatencyHistogram> parts)
    {
        var merged = new LatencyHistogram();
        foreach (var part in parts) merged.Add(part);
        return merged;
    }

    private static double Longest_us(LatencyHistogram histogram) =>
        histogram.Count == 0 ? double.NaN : histogram.Max_ns / 1000.0;
}
