using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Results;

/// <summary>The histograms of one level by operation type, put together again step by step.</summary>
/// <param name="path">The file that the steps come from.</param>
internal sealed class LevelHistograms(string path)
{
    private readonly Dictionary<string, LatencyHistogram> _bySend = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LatencyHistogram> _byDue = new(StringComparer.Ordinal);

    // A file lists the steps of one histogram after the other, so the next step mostly goes where the last one went.
    private LatencyHistogram? _last;
    private HistogramRow _lastRow;

    /// <summary>Of latency from send.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> BySend => _bySend;

    /// <summary>Of latency from when operations were due; empty where the loop is closed.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> ByDue => _byDue;

    /// <summary>Adds a step.</summary>
    /// <exception cref="ResultsException">It is no step of a histogram.</exception>
    public void Add(HistogramRow row)
    {
        var histogram = _last is not null && row.Basis == _lastRow.Basis
            && string.Equals(row.Operation, _lastRow.Operation, StringComparison.Ordinal) ? _last : HistogramOf(row);
        (_last, _lastRow) = (histogram, row);
        if (row.Step.Count > long.MaxValue - histogram.Count)
            throw new ResultsException($"{path}: more operations than can be counted");
        try
        {
            histogram.AddStep(row.Step);
        }
        catch (ArgumentException e)
        {
            throw new ResultsException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private LatencyHistogram HistogramOf(HistogramRow row)
    {
        var byOperation = row.Basis == LatencyBasis.Due ? _byDue : _bySend;
        var operation = row.Operation ?? "";
        if (!byOperation.TryGetValue(operation, out var histogram))
            byOperation[operation] = histogram = new LatencyHistogram();
        return histogram;
    }
}
