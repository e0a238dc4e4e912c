using System.Buffers.Binary;

namespace LoadHarness.Workloads.Image.Png;

/// <summary>The content of a PNG's first chunk, IHDR.</summary>
/// <param name="Width">Pixels, at least 1.</param>
/// <param name="Height">Pixels, at least 1.</param>
/// <param name="BitDepth">Bits of a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColourType">What the samples are.</param>
/// <param name="IsInterlaced">Whether the pixels come in the seven passes of Adam7.</param>
public readonly record struct PngHeader(
    int Width, int Height, int BitDepth, PngColourType ColourType, bool IsInterlaced = false)
{
    /// <summary>Bytes of the chunk's content.</summary>
    internal const int Length = 13;

    /// <summary>Samples of a pixel.</summary>
    public int Channels => ColourType switch
    {
        PngColourType.Rgb => 3,
        PngColourType.GreyAlpha => 2,
        PngColourType.Rgba => 4,
        _ => 1,
    };

    /// <summary>Bytes of so many pixels of a row, rounded up, without the filter's byte.</summary>
    public long BytesOf(int pixels) => ((long)pixels * Channels * BitDepth + 7) / 8;

    /// <summary>Reads the chunk's content.</summary>
    /// <returns>False when the specification does not allow it.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> content, out PngHeader header)
    {
        header = default;
        if (content.Length != Length) return false;
        header = new PngHeader(
            BinaryPrimitives.ReadInt32BigEndian(content),
            BinaryPrimitives.ReadInt32BigEndian(content[4..]),
            content[8],
            (PngColourType)content[9],
            content[12] == 1);
        var (compression, filter, interlace) = (content[10], content[11], content[12]);
        return header is { Width: > 0, Height: > 0, HasAllowedDepth: true }
            && compression == 0 && filter == 0 && interlace <= 1;
    }

    /// <summary>Writes the chunk's content.</summary>
    internal void Write(Span<byte> content)
    {
        BinaryPrimitives.WriteInt32BigEndian(content, Width);
        BinaryPrimitives.WriteInt32BigEndian(content[4..], Height);
        content[8] = (byte)BitDepth;
        content[9] = (byte)ColourType;
        content[10] = 0; // deflate, the only compression
        content[11] = 0; // the only set of filters
        content[12] = IsInterlaced ? (byte)1 : (byte)0;
    }

    private bool HasAllowedDepth => ColourType switch
    {
        PngColourType.Grey => BitDepth is 1 or 2 or 4 or 8 or 16,
        PngColourType.Palette => BitDepth is 1 or 2 or 4 or 8,
        PngColourType.Rgb or PngColourType.GreyAlpha or PngColourType.Rgba => BitDepth is 8 or 16,
        _ => false,
    };
}
