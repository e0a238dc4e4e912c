using BenchmarkDotNet.Attributes;
using LoadHarness.Clients.Lists;
using LoadHarness.Workloads.NumberList;

namespace LoadHarness.Benchmarks.NumberList;

/// <summary>Time for one number of a list that is sorted, the copy of the unsorted list included.</summary>
public class NumberListSorting
{
    /// <summary>Numbers of a list as the seed wants it.</summary>
    private const int Count = 250_000;

    private readonly int[] _unsorted = new int[Count];
    private readonly int[] _numbers = new int[Count];
    private readonly int[] _scratch = new int[Count];

    [GlobalSetup]
    public void Draw()
    {
        const int largest = NumberListFormatter.LargestMagnitude;
        UniformDraws.Seeded(-largest, largest, seed: 1, stream: 1).Fill(_unsorted);
    }

    [Benchmark(OperationsPerInvoke = Count, Baseline = true)]
    public void Radix()
    {
        _unsorted.CopyTo(_numbers, 0);
        RadixSort.Sort(_numbers, _scratch);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void RuntimeSort()
    {
        _unsorted.CopyTo(_numbers, 0);
        _numbers.AsSpan().Sort();
    }
}
