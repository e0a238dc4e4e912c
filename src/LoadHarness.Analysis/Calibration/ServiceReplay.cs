using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>The log of a calibration service, replayed.</summary>
internal sealed class ServiceReplay
{
    /// <summary>Replays.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="log">Arrivals and service times, in the order of arrival.</param>
    public ServiceReplay(QueueSpec queue, IReadOnlyList<ServiceLogRow> log)
    {
        var replay = new QueueReplay(queue, log.Count > 0 ? log[0].Arrival_ns : 0);
        var last_ns = new Dictionary<long, long>();
        var requests = new List<ReplayedRequest>(log.Count);
        var late_ns = new List<long>(log.Count);
        foreach (var row in log)
        {
            var done_ns = replay.Done_ns(row.Arrival_ns, row.Service_ns);
            var idle_ns = last_ns.TryGetValue(row.Connection, out var before_ns) ? row.Arrival_ns - before_ns : -1;
            last_ns[row.Connection] = done_ns;
            requests.Add(new ReplayedRequest(row.Arrival_ns, done_ns, idle_ns, row.Left_ns));
            LargestDifference_ns = Math.Max(LargestDifference_ns, Math.Abs(done_ns - row.Done_ns));
            if (row.Left_ns >= 0) late_ns.Add(row.Left_ns - done_ns);
        }

        Requests = requests;
        Lateness = QueueFigures.Of([.. late_ns], 1);
    }

    /// <summary>All requests in the order of arrival.</summary>
    public IReadOnlyList<ReplayedRequest> Requests { get; }

    /// <summary>Largest difference between the replay and what the server planned, ns.</summary>
    public long LargestDifference_ns { get; }

    /// <summary>How much later than planned answers left: mean and 99th percentile.</summary>
    public QueueFigures Lateness { get; }

    /// <summary>The truth about the moments that count.</summary>
    public LevelTruth Within(TimeSpans spans)
    {
        var done = Requests.Where(request => request.IsAnswered && spans.Contains(request.Done_ns)).ToList();
        long[] responses_ns = [.. done.Select(request => request.Done_ns - request.Arrival_ns)];
        var idle = Requests.Where(request => request.Idle_ns >= 0 && spans.Contains(request.Arrival_ns))
            .Select(request => request.Idle_ns / 1e9).ToList();
        return new LevelTruth(
            QueueFigures.Of(responses_ns, spans.Length_s),
            responses_ns.Length == 0 ? double.NaN : responses_ns[^1] / 1e3,
            done.Count == 0 ? double.NaN : done.Average(request => request.Left_ns - request.Arrival_ns) / 1e3,
            idle.Count == 0 ? double.NaN : idle.Average(),
            spans.Length_s);
    }
}
