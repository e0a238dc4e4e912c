using System.Buffers.Text;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using LoadHarness.Workloads.NumberList;

namespace LoadHarness.Benchmarks.NumberList;

/// <summary>Time for one number of a list, from nothing or from an integer, to text.</summary>
public class NumberListFormatting
{
    private const int Batch = 512;

    private readonly UniformDraws _draws =
        UniformDraws.Fresh(-NumberListFormatter.LargestMagnitude, NumberListFormatter.LargestMagnitude);
    private readonly int[] _numbers = ListSamples.Numbers();
    private readonly int[] _batch = new int[Batch];
    private readonly byte[] _text = new byte[NumberListFormatter.RoomFor(ListSamples.Count)];

    /// <summary>What the service does: draw and format, a batch at a time.</summary>
    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public int DrawAndFormat()
    {
        var written = 0;
        for (var done = 0; done < ListSamples.Count; done += Batch)
        {
            _draws.Fill(_batch);
            written += NumberListFormatter.Format(_batch, _text.AsSpan(written));
        }

        return written;
    }

    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public void Draw() => _draws.Fill(_numbers);

    [Benchmark(OperationsPerInvoke = ListSamples.Count, Baseline = true)]
    public int Format() => NumberListFormatter.Format(_numbers, _text);

    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public int RuntimeUtf8Formatter()
    {
        var written = 0;
        foreach (var number in _numbers)
        {
            Utf8Formatter.TryFormat(number, _text.AsSpan(written), out var length);
            written += length;
            _text[written++] = (byte)',';
        }

        return written;
    }

    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public int RuntimeTryFormat()
    {
        var written = 0;
        foreach (var number in _numbers)
        {
            number.TryFormat(_text.AsSpan(written), out var length, default, CultureInfo.InvariantCulture);
            written += length;
            _text[written++] = (byte)',';
        }

        return written;
    }
}
