using System.Buffers;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Results;

/// <summary>The histograms of one level by operation type, put together again step by step.</summary>
/// <param name="path">The file that the steps come from.</param>
internal sealed class LevelHistograms(string path)
{
    private const int FirstRoom = 1024;

    private readonly Dictionary<string, LatencyHistogram> _bySend = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LatencyHistogram> _byDue = new(StringComparer.Ordinal);

    // A file lists the steps of one histogram after the other. They wait here, so that it takes its memory once.
    private HistogramStep[] _waiting = [];
    private int _count;
    private HistogramRow _last;

    /// <summary>Of latency from send.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> BySend => _bySend;

    /// <summary>Of latency from when operations were due; empty where the loop is closed.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> ByDue => _byDue;

    /// <summary>Adds a step.</summary>
    /// <exception cref="ResultsException">An earlier one is no step of a histogram.</exception>
    public void Add(HistogramRow row)
    {
        if (!AreOfOne(_last, row)) Complete();
        if (_count == _waiting.Length) Grow();
        _waiting[_count++] = row.Step;
        _last = row;
    }

    /// <summary>To be called behind the last step.</summary>
    /// <exception cref="ResultsException">There is one that is no step of a histogram.</exception>
    public void Complete()
    {
        if (_count == 0) return;
        var histogram = HistogramOf(_last);
        var steps = _waiting.AsSpan(0, _count);
        histogram.ReserveRange(steps[0].Low_ns, steps[^1].Low_ns);
        foreach (var step in steps) Add(step, histogram);
        ArrayPool<HistogramStep>.Shared.Return(_waiting);
        (_waiting, _count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<HistogramStep>.Shared.Rent(Math.Max(FirstRoom, 2 * _count));
        _waiting.CopyTo(larger, 0);
        if (_count > 0) ArrayPool<HistogramStep>.Shared.Return(_waiting);
        _waiting = larger;
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
