using System.Buffers;

namespace LoadHarness.Workloads.Image.Png;

/// <summary>
/// Decodes any PNG of the specification: all colour types, depths, filters and interlacing. Colours of 16 bits become
/// 8 bits; ancillary chunks but tRNS are passed over. Holds its buffers from image to image; not thread-safe.
/// </summary>
public sealed class PngDecoder
{
    private const long MostPixels = 1 << 24; // more would not fit into memory as frames of one animation

    private const long MostPerPackedByte = 1032; // that is how far deflate packs at most

    private readonly ArrayBufferWriter<byte> _packed = new();
    private byte[] _rows = [];

    /// <summary>Decodes a file.</summary>
    /// <param name="file">All of its bytes.</param>
    /// <exception cref="InvalidDataException">It is not a PNG or it is damaged; the message says what is
    /// wrong.</exception>
    public PngImage Decode(ReadOnlySpan<byte> file)
    {
        _packed.ResetWrittenCount();
        var reader = new PngReader(uint.MaxValue);
        ReadOnlySpan<byte> palette = [], transparency = [];
        while (reader.TryNext(ref file, out var chunk))
        {
            if (chunk.Type == PngChunk.Data) _packed.Write(chunk.Content);
            else if (chunk.Type == PngChunk.Palette) palette = chunk.Content;
            else if (chunk.Type == PngChunk.Transparency) transparency = chunk.Content;
        }

        if (!reader.IsComplete) throw new InvalidDataException(reader.Problem ?? "the end of the PNG is missing");
        if (file.Length > 0) throw new InvalidDataException("something follows the end of the PNG");
        return Decode(reader.Header, new PngColours(reader.Header, palette, transparency));
    }

    private static long MostUnpacked(int packed_bytes) => packed_bytes * MostPerPackedByte;

    private PngImage Decode(PngHeader header, PngColours colours)
    {
        if ((long)header.Width * header.Height > MostPixels) throw new InvalidDataException("the image is too large");
        var length = 0L;
        foreach (var pass in PngPass.Of(header)) length += pass.LengthOf(header);
        // Otherwise a few bytes could ask for all memory.
        if (length > MostUnpacked(_packed.WrittenCount))
            throw new InvalidDataException("the pixels cannot be unpacked");
        if (_rows.Length < length) _rows = new byte[length];
        var rows = _rows.AsSpan(0, (int)length);
        if (!PngPixelData.TryUnpack(_packed.WrittenSpan, rows))
            throw new InvalidDataException("the pixels cannot be unpacked");
        var image = new PngImage(header.Width, header.Height, new uint[header.Width * header.Height]);
        foreach (var pass in PngPass.Of(header))
        {
            var passLength = (int)pass.LengthOf(header);
            Place(header, pass, rows[..passLength], colours, image);
            rows = rows[passLength..];
        }

        return image;
    }

    /// <summary>Undoes the filters of a pass and puts its pixels into their places.</summary>
    private static void Place(PngHeader header, PngPass pass, Span<byte> rows, PngColours colours, PngImage image)
    {
        var (width, height) = (pass.WidthOf(header), pass.HeightOf(header));
        var rowLength = (int)header.BytesOf(width);
        var pixelLength = Math.Max(1, (int)header.BytesOf(1));
        ReadOnlySpan<byte> above = new byte[rowLength];
        for (var y = 0; y < height; y++)
        {
            var row = rows.Slice(y * (1 + rowLength) + 1, rowLength);
            if (!PngFilters.TryUndo(rows[y * (1 + rowLength)], row, above, pixelLength))
                throw new InvalidDataException("a row has an unknown filter");
            var target = (pass.Top + y * pass.StepY) * header.Width + pass.Left;
            for (var x = 0; x < width; x++)
            {
                if (!colours.TryRead(row, x, out image.Pixels[target + x * pass.StepX]))
                    throw new InvalidDataException("a pixel is not in the palette");
            }

            above = row;
        }
    }
}
