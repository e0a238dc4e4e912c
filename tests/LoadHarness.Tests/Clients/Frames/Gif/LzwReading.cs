namespace LoadHarness.Tests.Clients.Frames.Gif;

/// <summary>
/// A plain decoder of GIF's LZW: sequences are byte arrays, codes come out of a bit string one bit at a time.
/// </summary>
internal static class LzwReading
{
    /// <summary>Decodes an image's data: width of an index, sub-blocks, the empty block.</summary>
    /// <param name="data">The data and perhaps more.</param>
    /// <param name="length">Receives the length of the data.</param>
    public static byte[] Decode(ReadOnlySpan<byte> data, out int length)
    {
        var codes = Blocks(data[1..], out length);
        length++;
        return Decode(codes, data[0]);
    }

    private static byte[] Decode(byte[] bytes, int indexWidth)
    {
        var (clear, end) = (1 << indexWidth, (1 << indexWidth) + 1);
        var (sequences, indices) = (Alphabet(clear), new List<byte>());
        byte[]? before = null;
        var bit = 0;
        while (true)
        {
            var width = Math.Min(12, Math.Max(indexWidth + 1, int.Log2(sequences.Count) + 1));
            var code = Code(bytes, bit, width);
            bit += width;
            if (code == end)
            {
                (bytes.Length * 8 - bit).ShouldBeInRange(0, 7, "bits behind the end");
                return [.. indices];
            }

            if (code == clear)
            {
                (sequences, before) = (Alphabet(clear), null);
                continue;
            }

            code.ShouldBeLessThanOrEqualTo(sequences.Count, "a code that nobody knows");
            var sequence = code < sequences.Count ? sequences[code] : [.. before!, before![0]];
            if (before is not null && sequences.Count < 4096) sequences.Add([.. before, sequence[0]]);
            indices.AddRange(sequence);
            before = sequence;
        }
    }

    /// <summary>A sequence for each index, and two places for the codes with a meaning of their own.</summary>
    private static List<byte[]> Alphabet(int size) =>
        [.. Enumerable.Range(0, size).Select(index => new[] { (byte)index }), [], []];

    private static int Code(byte[] bytes, int bit, int width)
    {
        var code = 0;
        for (var i = 0; i < width; i++) code |= ((bytes[(bit + i) / 8] >> ((bit + i) % 8)) & 1) << i;
        return code;
    }

    private static byte[] Blocks(ReadOnlySpan<byte> data, out int length)
    {
        var bytes = new List<byte>();
        length = 0;
        while (data[length] > 0)
        {
            bytes.AddRange(data.Slice(length + 1, data[length]));
            length += 1 + data[length];
        }

        length++;
        return [.. bytes];
    }
}
