using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Results;

/// <summary>The histograms of one level by operation type, put together again step by step.</summary>
/// <param name="path">The file that the steps come from.</param>
internal sealed class LevelHistograms(string path)
{
    private readonly Dictionary<string, LatencyHistogram> _bySend = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LatencyHistogram> _byDue = new(StringComparer.Ordinal);

    // A file lists the steps of one histogram after the other. They wait here, so that it takes its memory once.
    private readonly List<HistogramRow> _waiting = [];

    /// <summary>Of latency from send.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> BySend => _bySend;

    /// <summary>Of latency from when operations were due; empty where the loop is closed.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> ByDue => _byDue;

    /// <summary>Adds a step.</summary>
    /// <exception cref="ResultsException">An earlier one is no step of a histogram.</exception>
    public void Add(HistogramRow row)
    {
        if (_waiting.Count > 0 && !AreOfOne(_waiting[0], row)) Complete();
        _waiting.Add(row);
    }

    /// <summary>To be called behind the last step.</summary>
    /// <exception cref="ResultsException">There is one that is no step of a histogram.</exception>
    public void Complete()
    {
        if (_waiting.Count == 0) return;
        var histogram = HistogramOf(_waiting[0]);
        histogram.ReserveRange(_waiting[0].Step.Low_ns, _waiting[^1].Step.Low_ns);
        foreach (var row in _waiting) Add(row.Step, histogram);
        _waiting.Clear();
    }

    private static bool AreOfOne(HistogramRow one, HistogramRow other) => one.Basis == other.Basis
        && string.Equals(one.Operation, other.Operation, StringComparison.Ordinal);

    private LatencyHistogram HistogramOf(HistogramRow row)
    {
        var byOperation = row.Basis == LatencyBasis.Due ? _byDue : _bySend;
        var operation = row.Operation ?? "";
        if (!byOperation.TryGetValue(operation, out var histogram))
            byOperation[operation] = histogram = new LatencyHistogram();
        return histogram;
    }

    private void Add(HistogramStep step, LatencyHistogram histogram)
    {
        if (step.Count > long.MaxValue - histogram.Count)
            throw new ResultsException($"{path}: more operations than can be counted");
        try
        {
            histogram.AddStep(step);
        }
        catch (ArgumentException e)
        {
            throw new ResultsException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
