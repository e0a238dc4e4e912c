namespace LoadHarness.Workloads.Image.Png;

/// <summary>The checksum of a zlib stream's content (RFC 1950, section 9).</summary>
internal static class Adler32
{
    /// <summary>The checksum of nothing.</summary>
    internal const uint Start = 1;

    private const uint Modulus = 65521; // the largest prime below 2^16
    private const int LongestRun = 5552; // bytes until the sums could leave 32 bits

    /// <summary>The checksum of what came before with more bytes behind.</summary>
    internal static uint Add(uint before, ReadOnlySpan<byte> bytes)
    {
        var (sum, sumOfSums) = (before & 0xFFFF, before >> 16);
        while (bytes.Length > 0)
        {
            var run = bytes[..Math.Min(bytes.Length, LongestRun)];
            foreach (var one in run)
            {
                sum += one;
                sumOfSums += sum;
            }

            sum %= Modulus;
            sumOfSums %= Modulus;
            bytes = bytes[run.Length..];
        }

        return (sumOfSums << 16) | sum;
    }
}
