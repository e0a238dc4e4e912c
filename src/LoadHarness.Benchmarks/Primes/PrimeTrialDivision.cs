using BenchmarkDotNet.Attributes;
using LoadHarness.Clients.Primes;

namespace LoadHarness.Benchmarks.Primes;

/// <summary>Time for one number that is tested for being prime by brute force.</summary>
public class PrimeTrialDivision
{
    private const int Count = 1000;

    /// <summary>The first of a thousand numbers tested.</summary>
    [Params(1, 100_000, 999_000)]
    public int From { get; set; }

    [Benchmark(OperationsPerInvoke = Count, Baseline = true)]
    public int ToTheSquareRoot()
    {
        var primes = 0;
        for (var i = 0; i < Count; i++) primes += TrialDivision.IsPrime((uint)(From + i)) ? 1 : 0;
        return primes;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Naive()
    {
        var primes = 0;
        for (var i = 0; i < Count; i++) primes += TrialDivision.IsPrimeNaively((uint)(From + i)) ? 1 : 0;
        return primes;
    }
}
