namespace LoadHarness.Clients.Frames.Gif;

/// <summary>
/// Gives each pixel of a frame an index into a table of at most 256 colours: the frame's own colours in the order in
/// which they appear when they are so few, otherwise those of a <see cref="MedianCut"/>. Pixels that are more
/// transparent than not share one index. Holds its buffers from frame to frame; not thread-safe.
/// </summary>
internal sealed class FramePalette
{
    /// <summary>Most colours of a table.</summary>
    internal const int MostColours = 256;

    /// <summary>What every transparent pixel becomes.</summary>
    internal const uint Transparent = 0;

    private const uint Opaque = 0xFF000000;
    private const int SlotBits = 10;
    private const int SlotMask = (1 << SlotBits) - 1;
    private const uint Multiplier = 2654435769; // 2^32 divided by the golden ratio

    private readonly uint[] _colours = new uint[MostColours];
    private readonly short[] _slots = new short[1 << SlotBits]; // index + 1 of the colour that hashes to here
    private byte[] _indices = [];

    /// <summary>The colours, packed as the pixels are; <see cref="Transparent"/> or opaque.</summary>
    internal ReadOnlySpan<uint> Colours => _colours.AsSpan(0, Count);

    /// <summary>Number of colours, at least 1.</summary>
    internal int Count { get; private set; }

    /// <summary>The pixels as indices of colours.</summary>
    internal ReadOnlySpan<byte> Indices => _indices.AsSpan(0, PixelCount);

    private int PixelCount { get; set; }

    /// <summary>Finds the table and the indices of a frame.</summary>
    internal void Fit(ReadOnlySpan<uint> pixels)
    {
        if (_indices.Length < pixels.Length) _indices = new byte[pixels.Length];
        PixelCount = pixels.Length;
        if (!TryFitExactly(pixels)) Count = MedianCut.Fit(pixels, _colours, _indices);
    }

    /// <summary>A pixel with its transparency decided: GIF knows no degrees of it.</summary>
    internal static uint Decided(uint pixel) => pixel >> 31 == 0 ? Transparent : pixel | Opaque;

    private bool TryFitExactly(ReadOnlySpan<uint> pixels)
    {
        Array.Clear(_slots);
        Count = 0;
        for (var i = 0; i < pixels.Length; i++)
        {
            var index = IndexOf(Decided(pixels[i]));
            if (index < 0) return false;
            _indices[i] = (byte)index;
        }

        return true;
    }

    private int IndexOf(uint colour)
    {
        var slot = (int)((colour * Multiplier) >> (32 - SlotBits));
        for (; _slots[slot] > 0; slot = (slot + 1) & SlotMask)
        {
            var index = _slots[slot] - 1;
            if (_colours[index] == colour) return index;
        }

        if (Count == MostColours) return -1;
        _colours[Count++] = colour;
        _slots[slot] = (short)Count;
        return Count - 1;
    }
}
