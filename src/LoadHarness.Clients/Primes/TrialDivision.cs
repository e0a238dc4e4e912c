using System.Runtime.CompilerServices;

namespace LoadHarness.Clients.Primes;

/// <summary>
/// Primality by brute force, as the seed wants it: division by every integer from 2 on, no sieve, no table, no divisor
/// left out because it is even. Compiled at full speed at once, so that short and long runs measure the same.
/// </summary>
public static class TrialDivision
{
    /// <summary>Tries every integer up to the square root.</summary>
    /// <param name="number">Any number ≥ 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsPrime(uint number)
    {
        if (number < 2) return false;
        for (uint divisor = 2; (ulong)divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0) return false;
        }

        return true;
    }

    /// <summary>Tries every integer up to the number itself.</summary>
    /// <param name="number">Any number ≥ 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsPrimeNaively(uint number)
    {
        if (number < 2) return false;
        for (uint divisor = 2; divisor < number; divisor++)
        {
            if (number % divisor == 0) return false;
        }

        return true;
    }
}
