using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>The moments that count at a level: its kept windows on the monotonic clock.</summary>
internal sealed class TimeSpans
{
    private readonly List<(long Start_ns, long End_ns)> _spans;

    /// <summary>Takes the windows that count.</summary>
    /// <param name="windows">Windows of one level.</param>
    /// <param name="runStart_ns">The run's start, monotonic ns.</param>
    public TimeSpans(IEnumerable<WindowRow> windows, long runStart_ns)
    {
        _spans =
        [
            .. windows.Where(window => window.State == WindowState.Kept)
                .Select(window => (Start: window.Start_s, End: window.Start_s + window.Length_s))
                .Select(span => (Moment_ns(runStart_ns, span.Start), Moment_ns(runStart_ns, span.End)))
                .Order(),
        ];
        Length_s = _spans.Sum(span => span.End_ns - span.Start_ns) / 1e9;
    }

    /// <summary>Their summed length, s.</summary>
    public double Length_s { get; }

    /// <summary>True when a moment counts.</summary>
    public bool Contains(long moment_ns)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].End_ns <= moment_ns) low = middle + 1;
            else high = middle;
        }

        return low < _spans.Count && _spans[low].Start_ns <= moment_ns;
    }

    private static long Moment_ns(long runStart_ns, double since_s) => runStart_ns + (long)Math.Round(since_s * 1e9);
}
