using BenchmarkDotNet.Attributes;
using LoadHarness.Workloads.NumberList;

namespace LoadHarness.Benchmarks.NumberList;

/// <summary>
/// Time for one number of a list that is checked by its form; to be compared with the time to produce it.
/// </summary>
public class NumberListChecking
{
    private readonly byte[] _text = ListSamples.Text();
    private readonly NumberListChecker _checker = new();

    [Benchmark(OperationsPerInvoke = ListSamples.Count)]
    public bool Check()
    {
        _checker.Reset();
        _checker.Add(_text);
        return _checker.IsMalformed;
    }
}
