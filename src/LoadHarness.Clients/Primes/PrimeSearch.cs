namespace LoadHarness.Clients.Primes;

/// <summary>A search for the primes among 1, 2, …, <paramref name="Count"/>.</summary>
/// <param name="Count">How many numbers, 1 to <see cref="MostNumbers"/>.</param>
/// <param name="Naive">True tries all divisors below a number, false those up to its square root.</param>
public sealed record PrimeSearch(int Count, bool Naive)
{
    /// <summary>Most numbers: with more, the result would not fit into memory.</summary>
    public const int MostNumbers = 100_000_000;

    /// <summary>
    /// Cuts the numbers into chunks that take about the same time. Nearly all of it goes into the primes, and a prime n
    /// takes √n divisions (naively n), so the numbers up to n take about n^1.5 (naively n²): boundaries follow the
    /// inverse of that.
    /// </summary>
    /// <param name="chunks">How many chunks, at least 1; fewer where there are not so many numbers.</param>
    /// <returns>A task of <see cref="PrimeChunkJob"/> for each chunk, in ascending order.</returns>
    public IReadOnlyList<byte[]> Tasks(int chunks)
    {
        var exponent = Naive ? 1 / 2.0 : 1 / 1.5;
        var tasks = new List<byte[]>();
        var first = 1;
        for (var i = 1; i <= chunks; i++)
        {
            var last = i == chunks ? Count : (int)(Count * Math.Pow((double)i / chunks, exponent));
            if (last < first) continue;
            tasks.Add(PrimeChunkJob.Task(first, last, Naive));
            first = last + 1;
        }

        return tasks;
    }
}
