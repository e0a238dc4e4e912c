using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>A stream of random numbers of its own: the same seed gives the same numbers, on every machine.</summary>
internal sealed class FuzzRandom(ulong seed)
{
    private const int Scales = 6;

    private ulong _place;

    /// <summary>Any 64 bits.</summary>
    public ulong Next() => SplitMix64.At(seed, _place++);

    /// <summary>A number from 0 to <paramref name="bound"/> − 1.</summary>
    /// <param name="bound">At least 1.</param>
    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    /// <summary>True once in so many calls.</summary>
    public bool OneIn(int calls) => Below(calls) == 0;

    /// <summary>Any byte.</summary>
    public byte NextByte() => (byte)Next();

    /// <summary>A length from 1 to <paramref name="most"/>: short ones mostly, long ones now and then.</summary>
    public int Length(int most) => 1 + Below(Math.Max(1, most >> (2 * Below(Scales))));

    /// <summary>One of several.</summary>
    public T OneOf<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
