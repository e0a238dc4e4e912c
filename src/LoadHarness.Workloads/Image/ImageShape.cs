using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Workloads.Image;

/// <summary>What every image has to be: its size, 8 bits of red, green and blue, no interlacing.</summary>
/// <param name="width">Pixels of a row.</param>
/// <param name="height">Rows.</param>
internal sealed class ImageShape(int width, int height)
{
    // Room for unpacked rows, used within one call only; made when the first image is decoded.
    private byte[] _rows = [];

    /// <summary>The first chunk of a right image.</summary>
    public PngHeader Header { get; } = new(width, height, BitDepth: 8, PngColourType.Rgb);

    /// <summary>
    /// Bytes that the content of a chunk may have: somewhat more than rows that cannot be compressed.
    /// </summary>
    public uint LongestContent => (uint)(RowsLength + RowsLength / 100 + 1024);

    private int RowLength => 1 + (int)Header.BytesOf(Header.Width);

    private int RowsLength => RowLength * Header.Height;

    /// <summary>True when the zlib stream holds as many rows as there have to be, each with a known filter.</summary>
    public bool CanDecode(ReadOnlySpan<byte> packed)
    {
        if (_rows.Length == 0) _rows = new byte[RowsLength];
        return PngPixelData.TryUnpack(packed, _rows) && HasKnownFilters();
    }

    private bool HasKnownFilters()
    {
        for (var filter = 0; filter < _rows.Length; filter += RowLength)
        {
            if (_rows[filter] > PngFilters.Last) return false;
        }

        return true;
    }
}
