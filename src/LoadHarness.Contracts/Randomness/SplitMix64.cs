namespace LoadHarness.Contracts.Randomness;

/// <summary>
/// Random numbers by seed and place: a pure function, so that everyone who knows the seed has the same stream, from
/// any place on (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
/// </summary>
public static class SplitMix64
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const int UnitBits = 52;

    /// <summary>The number at a place of a seed's sequence; also the seed of a further stream of its own.</summary>
    /// <param name="seed">Any.</param>
    /// <param name="place">0, 1, 2…</param>
    public static ulong At(ulong seed, ulong place)
    {
        var mixed = seed + (place + 1) * Gamma;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>The number at a place as a fraction, uniform on (0, 1): never 0, never 1.</summary>
    /// <param name="seed">Any.</param>
    /// <param name="place">0, 1, 2…</param>
    public static double UnitAt(ulong seed, ulong place) =>
        ((At(seed, place) >> (64 - UnitBits)) + 0.5) / (1L << UnitBits);

    /// <summary>The number at a place as an exponential time.</summary>
    /// <param name="seed">Any.</param>
    /// <param name="place">0, 1, 2…</param>
    /// <param name="mean">Mean of the times, in any unit.</param>
    public static double ExponentialAt(ulong seed, ulong place, double mean) => -Math.Log(UnitAt(seed, place)) * mean;
}
