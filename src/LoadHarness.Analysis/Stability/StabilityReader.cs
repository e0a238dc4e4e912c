using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Stability;

/// <summary>
/// Reads from the samples of long levels whether memory, descriptors, threads or sockets of the server grow. The first
/// quarter of a level is left out: heaps, pools and caches fill then. The rest is cut into blocks, whose medians are
/// hardly correlated, and the slope through them is judged against a bound. Pure.
/// </summary>
public static class StabilityReader
{
    /// <summary>
    /// Levels shorter than this say nothing about what happens in an hour, s: within a minute or two heaps of a
    /// runtime with a collector still grow to their size.
    /// </summary>
    public const double ShortestLevel_s = 180;

    /// <summary>
    /// What memory may grow in an hour, bytes: below a gigabyte in a day. A byte lost for every operation at 10,000
    /// operations/s is more.
    /// </summary>
    public const double MemoryBound_bytes = 32 * 1024 * 1024;

    /// <summary>What descriptors or threads may grow in an hour: one a minute. One lost for every connection is far
    /// more.</summary>
    public const double CountBound = 60;

    /// <summary>
    /// What closed sockets that are still held may grow in an hour: one a second. Others' are counted, too; one left
    /// behind by every connection that comes and goes is far more.
    /// </summary>
    public const double SocketBound = 3600;

    /// <summary>Name of the growth of closed sockets.</summary>
    private const string ClosedSockets = "closed sockets";

    private const double SettlingShare = 0.25;
    private const int FewestSamples = 20;
    private const int MostBlocks = 30;

    /// <summary>The longest level of each curve, if it is long enough.</summary>
    public static IReadOnlyList<StabilityReading> Of(StoredRun run) =>
    [
        .. run.Samples.GroupBy(sample => sample.Key.Sequence)
            .Select(level => Read([.. level.OrderBy(sample => sample.Time_s)]))
            .OfType<StabilityReading>()
            .GroupBy(reading => CurveKey.Of(reading.Key))
            .Select(curve => curve.MaxBy(reading => reading.Length_s)!),
    ];

    private static StabilityReading? Read(List<SampleRow> samples)
    {
        var length_s = samples[^1].Time_s - samples[0].Time_s;
        var settled = samples.FindAll(sample => sample.Time_s >= samples[0].Time_s + (SettlingShare * length_s));
        if (length_s < ShortestLevel_s || settled.Count < FewestSamples) return null;
        return new StabilityReading
        {
            Key = samples[0].Key,
            Length_s = length_s,
            Samples = samples,
            Growths =
            [
                Of("memory", settled, sample => sample.Rss_bytes, MemoryBound_bytes),
                Of("descriptors", settled, sample => sample.Descriptors, CountBound),
                Of("threads", settled, sample => sample.Threads, CountBound),
                Of(ClosedSockets, settled, sample => sample.ClosedSockets, SocketBound),
            ],
        };
    }

    private static Growth Of(string name, List<SampleRow> settled, Func<SampleRow, double> value, double bound)
    {
        var known = settled.FindAll(sample => value(sample) >= 0);
        var blocks = Math.Min(MostBlocks, known.Count / 2);
        var points = Enumerable.Range(0, blocks).Select(block =>
        {
            var rows = known[(block * known.Count / blocks)..((block + 1) * known.Count / blocks)];
            return (Median(rows, row => row.Time_s / 3600), Median(rows, value));
        });
        return new Growth(name, TheilSen.Of([.. points]), bound);
    }

    private static double Median(List<SampleRow> rows, Func<SampleRow, double> value)
    {
        var sorted = rows.Select(value).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
