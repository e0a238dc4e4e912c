using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Tests.Workloads.Image.Png;

/// <summary>Makes PNGs for tests, by other means than the code under test.</summary>
internal static class PngFiles
{
    public static byte[] Signature { get; } = [137, 80, 78, 71, 13, 10, 26, 10];

    /// <summary>A file of the given rows, each with its filter's byte.</summary>
    public static byte[] Of(PngHeader header, byte[] rows, params (string Type, byte[] Content)[] before) =>
    [
        .. Signature,
        .. Chunk("IHDR", HeaderContent(header)),
        .. before.SelectMany(chunk => Chunk(chunk.Type, chunk.Content)),
        .. Chunk("IDAT", Packed(rows)),
        .. Chunk("IEND", []),
    ];

    public static byte[] HeaderContent(PngHeader header)
    {
        var content = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(content, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4), header.Height);
        (content[8], content[9]) = ((byte)header.BitDepth, (byte)header.ColourType);
        content[12] = header.IsInterlaced ? (byte)1 : (byte)0;
        return content;
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. BigEndian((uint)content.Length), .. covered, .. BigEndian(Crc(covered))];
    }

    public static byte[] Packed(byte[] rows)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize)) zlib.Write(rows);
        return packed.ToArray();
    }

    /// <summary>Puts rows through a filter each, as an encoder does.</summary>
    public static byte[] Filtered(byte[][] rows, int[] filters, int pixel)
    {
        var filtered = new List<byte>();
        for (var y = 0; y < rows.Length; y++)
        {
            var filter = filters[y % filters.Length];
            filtered.Add((byte)filter);
            for (var x = 0; x < rows[y].Length; x++)
            {
                var left = x < pixel ? 0 : rows[y][x - pixel];
                var above = y == 0 ? 0 : rows[y - 1][x];
                var corner = x < pixel || y == 0 ? 0 : rows[y - 1][x - pixel];
                filtered.Add((byte)(rows[y][x] - Predicted(filter, left, above, corner)));
            }
        }

        return [.. filtered];
    }

    /// <summary>CRC-32 bit by bit, as its definition says.</summary>
    public static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    public static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static int Predicted(int filter, int left, int above, int corner) => filter switch
    {
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        // MinBy takes the first of equals, and the order is the specification's.
        4 => new[] { left, above, corner }.MinBy(value => Math.Abs(left + above - corner - value)),
        _ => 0,
    };
}
