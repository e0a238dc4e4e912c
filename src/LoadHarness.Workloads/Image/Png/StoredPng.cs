using System.Buffers.Binary;

namespace LoadHarness.Workloads.Image.Png;

/// <summary>
/// Writes PNGs of 8-bit RGB whose pixels are random: such pixels cannot be compressed, so their rows go into stored
/// blocks of deflate, which gives the same size as zlib does at a small part of its cost. An image is written in
/// bands of rows; each band is one stored block in one IDAT chunk. One instance serves all images of a size.
/// </summary>
public sealed class StoredPng
{
    private const int LongestBlock = ushort.MaxValue;
    private const int BlockHeaderSize = 5, ZlibHeaderSize = 2, ChecksumSize = 4;

    private readonly byte[] _head;
    private readonly int _rowLength;
    private readonly int _height;
    private readonly int _rowsPerBand;

    /// <summary>Images of a size.</summary>
    /// <param name="width">Pixels, at least 1; a row has to fit into a block.</param>
    /// <param name="height">Pixels, at least 1.</param>
    public StoredPng(int width, int height)
    {
        var header = new PngHeader(width, height, BitDepth: 8, PngColourType.Rgb);
        _height = height;
        _rowLength = 1 + (int)header.BytesOf(width);
        _rowsPerBand = Math.Min(LongestBlock / _rowLength, height);
        _head = HeadOf(header);
        BandRoom = BandStart(isFirst: true) + _rowsPerBand * _rowLength + ChecksumSize + ChecksumSize
            + PngChunk.Overhead;
    }

    /// <summary>Bytes that a band needs at most.</summary>
    public int BandRoom { get; }

    /// <summary>True when all rows have been written.</summary>
    public bool IsComplete(in StoredPngProgress progress) => progress.Rows == _height;

    /// <summary>
    /// Where the next band's rows go: three bytes for each pixel, and before each row one byte that will be the
    /// filter's. To be filled before <see cref="Seal"/>.
    /// </summary>
    /// <param name="progress">How far the image has come.</param>
    /// <param name="band">At least <see cref="BandRoom"/> bytes.</param>
    public Span<byte> RowsOf(in StoredPngProgress progress, Span<byte> band) =>
        band.Slice(BandStart(progress.Rows == 0), RowCount(progress) * _rowLength);

    /// <summary>Puts everything around the rows that the file format asks for.</summary>
    /// <param name="progress">How far the image has come; goes on by the band.</param>
    /// <param name="band">The same bytes as before.</param>
    /// <returns>Bytes of the band.</returns>
    public int Seal(ref StoredPngProgress progress, Span<byte> band)
    {
        var (isFirst, rowCount) = (progress.Rows == 0, RowCount(progress));
        var rows = RowsOf(progress, band);
        for (var filter = 0; filter < rows.Length; filter += _rowLength) rows[filter] = 0; // no filter
        progress = new StoredPngProgress(progress.Rows + rowCount, Adler32.Add(progress.Checksum, rows));
        var isLast = IsComplete(progress);

        var contentEnd = BandStart(isFirst) + rows.Length;
        WriteBlockHeader(band[(contentEnd - rows.Length - BlockHeaderSize)..], rows.Length, isLast);
        if (isFirst)
        {
            _head.CopyTo(band);
            // Deflate with a window of 32 KiB, fastest level: what zlib itself writes for stored blocks.
            BinaryPrimitives.WriteUInt16BigEndian(band[(_head.Length + PngChunk.ContentStart)..], 0x7801);
        }

        if (isLast)
        {
            BinaryPrimitives.WriteUInt32BigEndian(band[contentEnd..], progress.Checksum);
            contentEnd += ChecksumSize;
        }

        var end = contentEnd + ChecksumSize;
        PngChunk.Seal(PngChunk.Data, band[(isFirst ? _head.Length : 0)..end]);
        if (!isLast) return end;
        PngChunk.Seal(PngChunk.End, band.Slice(end, PngChunk.Overhead));
        return end + PngChunk.Overhead;
    }

    private static byte[] HeadOf(PngHeader header)
    {
        var head = new byte[PngReader.Signature.Length + PngHeader.Length + PngChunk.Overhead];
        PngReader.Signature.CopyTo(head);
        var chunk = head.AsSpan(PngReader.Signature.Length);
        header.Write(chunk[PngChunk.ContentStart..]);
        PngChunk.Seal(PngChunk.Header, chunk);
        return head;
    }

    /// <summary>A stored block of deflate (RFC 1951, section 3.2.4): last or not, length, length inverted.</summary>
    private static void WriteBlockHeader(Span<byte> destination, int length, bool isLast)
    {
        destination[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[1..], (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[3..], (ushort)~length);
    }

    private int BandStart(bool isFirst) =>
        PngChunk.ContentStart + BlockHeaderSize + (isFirst ? _head.Length + ZlibHeaderSize : 0);

    private int RowCount(in StoredPngProgress progress) => Math.Min(_rowsPerBand, _height - progress.Rows);
}
