using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Engine.Recording;

/// <summary>Makes one window of what the generator threads counted.</summary>
/// <param name="operationTypes">Number of operation types.</param>
/// <param name="clients">Number of clients over all threads.</param>
internal sealed class WindowMerger(int operationTypes, int clients)
{
    /// <summary>
    /// Adds up. The threads' windows start and end a little apart; the merged bounds are their means, so that
    /// counts by length stay unbiased and windows stay contiguous.
    /// </summary>
    /// <param name="parts">The same window of every thread, by thread.</param>
    public WindowSnapshot Merge(ReadOnlySpan<WindowRecorder> parts)
    {
        var ended = new long[operationTypes][];
        var latency = new LatencyHistogram[operationTypes];
        for (var type = 0; type < operationTypes; type++)
        {
            ended[type] = new long[Outcomes.Count];
            latency[type] = new LatencyHistogram();
            foreach (var part in parts)
            {
                latency[type].Add(part.Latency(type));
                for (var outcome = 0; outcome < Outcomes.Count; outcome++) ended[type][outcome] += part
                    .Ended(type, outcome);
            }
        }

        var all = parts.ToArray();
        return new WindowSnapshot
        {
            Index = parts[0].Index,
            Start_ns = Mean(all.Select(p => p.Start_ns)),
            End_ns = Mean(all.Select(p => p.End_ns)),
            Ended = ended,
            Latency = latency,
            BytesReceived = all.Sum(p => p.BytesReceived),
            BytesSent = all.Sum(p => p.BytesSent),
            Outstanding_ns = all.Sum(p => p.Outstanding_ns),
            AgeGrowth_ns = all.Sum(p => p.AgeGrowth_ns),
            LatencySum_ns = all.Sum(p => p.LatencySum_ns),
            Reconnects = all.Sum(p => p.Reconnects),
            ReconnectTime_ns = all.Sum(p => p.ReconnectTime_ns),
            ClosingTime_ns = all.Sum(p => p.ClosingTime_ns),
            ThreadCpu_ns = [.. all.Select(p => p.ThreadCpu_ns)],
            LongestTurn_ns = all.Max(p => p.LongestTurn_ns),
            Exhausted = Array.Exists(all, p => p.IsExhausted),
            Open = OpenMerger.Merge(all, operationTypes),
        };
    }

    /// <summary>Totals by client over all threads: client i is number i / threads on thread i % threads.</summary>
    public ClientTotals[] MergeClients(ReadOnlySpan<WindowRecorder> parts)
    {
        var totals = new ClientTotals[clients];
        for (var client = 0; client < clients; client++) totals[client] =
            parts[client % parts.Length].Clients[client / parts.Length];
        return totals;
    }

    /// <summary>The mean without overflow: times since the first of them.</summary>
    private static long Mean(IEnumerable<long> times_ns)
    {
        var list = times_ns.ToArray();
        return list[0] + (long)list.Average(time => (double)(time - list[0]));
    }
}
