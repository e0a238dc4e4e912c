using System.Numerics;

namespace LoadHarness.Workloads.Mean;

/// <summary>The exact mean of everything that counts so far. Calls must not overlap.</summary>
internal sealed class RunningMean
{
    private BigInteger _sum;

    /// <summary>Numbers that count.</summary>
    public long Count { get; private set; }

    /// <summary>The mean, rounded once; meaningless while nothing counts.</summary>
    public double Value => ExactMean.Of(_sum, Count);

    /// <summary>A further number counts.</summary>
    public void Add(BigInteger number)
    {
        _sum += number;
        Count++;
    }

    /// <summary>A number that counts has grown by digits that came later.</summary>
    public void Replace(BigInteger before, BigInteger after) => _sum += after - before;

    /// <summary>A number that counted has turned out not to be one.</summary>
    public void TakeBack(BigInteger number)
    {
        _sum -= number;
        Count--;
    }
}
