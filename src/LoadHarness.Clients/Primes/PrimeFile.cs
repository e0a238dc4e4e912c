using LoadHarness.Platform.Files;

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
        using var file = new ReplacedFile(path);
        foreach (var chunk in chunks)
        {
            if (chunk.Length == 0) continue;
            if (file.Length > 0) file.Write("\n"u8);
            file.Write(chunk.AsSpan(..^1));
        }
    }
}
