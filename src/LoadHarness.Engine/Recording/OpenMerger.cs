using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Engine.Recording;

/// <summary>Makes one window's part of an open loop of what the generator threads counted.</summary>
internal static class OpenMerger
{
    /// <summary>Adds up.</summary>
    /// <param name="parts">The same window of every thread.</param>
    /// <param name="operationTypes">Number of operation types.</param>
    /// <returns>Null for a closed loop.</returns>
    public static OpenWindow? Merge(IEnumerable<WindowRecorder> parts, int operationTypes)
    {
        var open = parts.Select(part => part.OpenLoop).OfType<OpenRecorder>().ToArray();
        if (open.Length == 0) return null;
        return new OpenWindow
        {
            Arrivals = open.Sum(part => part.Arrivals),
            Sent = open.Sum(part => part.SendLag.Count),
            Late = open.Sum(part => part.Late),
            Queued = open.Sum(part => part.Queued),
            Dropped = open.Sum(part => part.Dropped),
            Waiting = open.Sum(part => part.Waiting),
            SendLag = Sum(open.Select(part => part.SendLag)),
            OwnLag = Sum(open.Select(part => part.OwnLag)),
            LatencyFromDue =
            [
                .. Enumerable.Range(0, operationTypes).Select(type => Sum(open.Select(p => p.LatencyFromDue(type)))),
            ],
        };
    }

    private static LatencyHistogram Sum(IEnumerable<LatencyHistogram> histograms)
    {
        var sum = new LatencyHistogram();
        foreach (var histogram in histograms) sum.Add(histogram);
        return sum;
    }
}
