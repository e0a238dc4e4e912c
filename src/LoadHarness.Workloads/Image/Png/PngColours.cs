namespace LoadHarness.Workloads.Image.Png;

/// <summary>Turns the samples of a row into pixels.</summary>
/// <param name="header">What the samples are.</param>
/// <param name="palette">The content of PLTE; empty when there is none.</param>
/// <param name="transparency">The content of tRNS; empty when there is none.</param>
internal readonly ref struct PngColours(
    PngHeader header, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
{
    private const uint Opaque = 0xFF;

    private readonly PngHeader _header = header;
    private readonly ReadOnlySpan<byte> _palette = palette;
    private readonly ReadOnlySpan<byte> _transparency = transparency;
    private readonly int _largest = (1 << header.BitDepth) - 1;

    /// <summary>Reads a pixel.</summary>
    /// <param name="row">Samples, the filter undone.</param>
    /// <param name="place">Which pixel of the row.</param>
    /// <param name="pixel">Receives it, packed as in <see cref="PngImage.Pixels"/>.</param>
    /// <returns>False for an index beyond the palette.</returns>
    internal bool TryRead(ReadOnlySpan<byte> row, int place, out uint pixel)
    {
        var first = place * _header.Channels;
        var sample = Sample(row, first);
        switch (_header.ColourType)
        {
            case PngColourType.Palette:
                return TryLookUp(sample, out pixel);
            case PngColourType.Grey:
                pixel = Pack(sample, sample, sample, IsKey([sample]) ? 0 : Opaque);
                return true;
            case PngColourType.GreyAlpha:
                pixel = Pack(sample, sample, sample, Scaled(Sample(row, first + 1)));
                return true;
            default:
                var (green, blue) = (Sample(row, first + 1), Sample(row, first + 2));
                var alpha = _header.ColourType == PngColourType.Rgba ? Scaled(Sample(row, first + 3))
                    : IsKey([sample, green, blue]) ? 0 : Opaque;
                pixel = Pack(sample, green, blue, alpha);
                return true;
        }
    }

    private bool TryLookUp(int index, out uint pixel)
    {
        pixel = 0;
        if (index * 3 + 3 > _palette.Length) return false;
        var entry = _palette.Slice(index * 3, 3);
        var alpha = index < _transparency.Length ? _transparency[index] : Opaque;
        pixel = entry[0] | ((uint)entry[1] << 8) | ((uint)entry[2] << 16) | (alpha << 24);
        return true;
    }

    /// <summary>True for the one colour that tRNS makes transparent: a 16-bit number for each sample.</summary>
    private bool IsKey(ReadOnlySpan<int> samples)
    {
        if (_transparency.Length != samples.Length * 2) return false;
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] != ((_transparency[2 * i] << 8) | _transparency[2 * i + 1])) return false;
        }

        return true;
    }

    private int Sample(ReadOnlySpan<byte> row, int place)
    {
        switch (_header.BitDepth)
        {
            case 8:
                return row[place];
            case 16:
                return (row[2 * place] << 8) | row[2 * place + 1];
            default:
                var bit = place * _header.BitDepth;
                return (row[bit / 8] >> (8 - _header.BitDepth - bit % 8)) & _largest;
        }
    }

    private uint Pack(int red, int green, int blue, uint alpha) =>
        Scaled(red) | (Scaled(green) << 8) | (Scaled(blue) << 16) | (alpha << 24);

    /// <summary>The sample as one of 8 bits, rounded.</summary>
    private uint Scaled(int sample) => (uint)((sample * 255 + _largest / 2) / _largest);
}
