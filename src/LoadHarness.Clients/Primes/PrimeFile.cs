namespace LoadHarness.Clients.Primes;

/// <summary>A file of primes: one per line, no newline after the last one.</summary>
public static class PrimeFile
{
    /// <summary>Writes it.</summary>
    /// <param name="path">The file; replaced.</param>
    /// <param name="chunks">Results of <see cref="PrimeChunkJob"/> in ascending order.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<byte[]> chunks)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        foreach (var chunk in chunks) file.Write(chunk);
        if (file.Length > 0) file.SetLength(file.Length - 1);
    }
}
