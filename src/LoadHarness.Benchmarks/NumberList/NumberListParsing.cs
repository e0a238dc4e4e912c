using System.Buffers.Text;
using BenchmarkDotNet.Attributes;
using LoadHarness.Workloads.NumberList;

namespace LoadHarness.Benchmarks.NumberList;

/// <summary>Time for one number of a list, from text to an integer.</summary>
public class NumberListParsing
{
    private readonly byte[] _text = ListSamples.Text();
    private readonly int[] _numbers = new int[ListSamples.Count];
    private readonly NumberListChecker _checker = new();

    [Benchmark(OperationsPerInvoke = ListSamples.Count, Baseline = true)]
    public int Parse() => NumberListParser.Parse(_text, _numbers, out _);

    /// <summary>What the client does with one list in k: check the form and parse.</summary>
    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public int CheckAndRead()
    {
        _checker.Reset();
        var reader = new NumberListReader(_checker);
        ReadOnlySpan<byte> input = _text;
        var read = 0;
        for (var count = reader.Read(ref input, _numbers); count > 0; count = reader.Read(ref input, _numbers))
            read += count;
        return read;
    }

    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public int RuntimeUtf8Parser()
    {
        ReadOnlySpan<byte> input = _text;
        var count = 0;
        while (Utf8Parser.TryParse(input, out int number, out var length))
        {
            _numbers[count++] = number;
            input = input[(length + 1)..];
        }

        return count;
    }
}
