using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.OpenLoop;

/// <summary>Adds levels of an open loop to a made-up run: latencies are given, nothing is random.</summary>
internal static class OpenRun
{
    /// <summary>The run with one more visit of a rate.</summary>
    /// <param name="run">The run.</param>
    /// <param name="model">Server model.</param>
    /// <param name="repetition">Start.</param>
    /// <param name="rate_per_s">Operations due per second, for one second.</param>
    /// <param name="latency_us">Latency from due of the fastest operation; the slowest one has ten times that.</param>
    /// <param name="sent">Share of the operations due that were sent.</param>
    public static StoredRun WithRate(
        this StoredRun run, string model, int repetition, int rate_per_s, double latency_us, double sent = 1) =>
        run.WithRate(new CurveKey("hashtable", model, "insert"), repetition, rate_per_s, latency_us, sent);

    /// <summary>The same of any stage.</summary>
    public static StoredRun WithRate(
        this StoredRun run, CurveKey curve, int repetition, int rate_per_s, double latency_us, double sent = 1)
    {
        var sequence = run.Levels.Select(level => level.Key.Sequence).DefaultIfEmpty(-1).Max() + 1;
        var key = new RunKey(
            curve.Workload, curve.Model, curve.Stage, repetition, LevelPhase.Open, 128, sequence);
        var operations = (long)(rate_per_s * sent);
        var (due, send) = (Spread(operations, latency_us), Spread(operations, latency_us / 2));
        var row = new LevelRow
        {
            Key = key,
            Operation = curve.Stage,
            ConnectedClients = 128,
            Measured_s = 1,
            KeptWindows = 10,
            Operations = operations,
            Throughput_per_s = operations,
            LatencyMean_us = send.Mean_ns / 1000,
            LatencyMax_us = send.Max_ns / 1000.0,
            Validity = sent < 0.99 ? "invalid: rate-not-reached (too few)" : "valid",
            Open = new OpenFigures
            {
                RequestedRate_per_s = rate_per_s,
                Arrivals = "poisson",
                WhenBusy = "queue",
                Due = rate_per_s,
                Sent = operations,
                SentRate_per_s = operations,
                Late = operations / 100,
                Queued = operations / 200,
                SendLagP50_us = latency_us / 40,
                SendLagP99_us = latency_us / 10,
                SendLagMax_us = latency_us / 2,
                OwnLagP50_us = latency_us / 80,
                OwnLagP99_us = latency_us / 20,
                LatencyMean_us = due.Mean_ns / 1000,
                LatencyP50_us = due.ValueAtQuantile_ns(0.5) / 1000.0,
                LatencyP90_us = due.ValueAtQuantile_ns(0.9) / 1000.0,
                LatencyP95_us = due.ValueAtQuantile_ns(0.95) / 1000.0,
                LatencyP99_us = due.ValueAtQuantile_ns(0.99) / 1000.0,
                LatencyMax_us = due.Max_ns / 1000.0,
                LatencyP50HalfWidth_us = latency_us / 20,
                LatencyP95HalfWidth_us = latency_us / 10,
                LatencyP99HalfWidth_us = latency_us / 5,
            },
        };
        return run with
        {
            Levels = [.. run.Levels, row],
            Histograms = Added(run.Histograms, key, send),
            DueHistograms = Added(run.DueHistograms, key, due),
        };
    }

    private static LatencyHistogram Spread(long operations, double latency_us)
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < operations; i++)
            histogram.Record((long)(1000 * latency_us * (1 + 9.0 * i / Math.Max(1, operations - 1))));
        return histogram;
    }

    private static Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> Added(
        IReadOnlyDictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> levels,
        RunKey key,
        LatencyHistogram histogram) => new(levels)
        {
            [key.Sequence] =
                new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal) { [key.Stage] = histogram },
        };
}
