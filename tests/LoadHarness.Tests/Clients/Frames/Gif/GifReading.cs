using System.Buffers.Binary;
using System.Text;

namespace LoadHarness.Tests.Clients.Frames.Gif;

/// <summary>A plain reader of animated GIFs whose frames all stand at the top left with tables of their own.</summary>
internal sealed record GifReading(int Width, int Height, int Delay_cs, int Disposal, uint[] Pixels)
{
    private const int HeadLength = 6 + 7 + 19;

    /// <summary>Reads a whole file.</summary>
    public static (int Width, int Height, List<GifReading> Frames) File(byte[] file)
    {
        Encoding.ASCII.GetString(file, 0, 6).ShouldBe("GIF89a");
        file[10].ShouldBe((byte)0x70, "no common table");
        Encoding.ASCII.GetString(file, 16, 11).ShouldBe("NETSCAPE2.0");
        file[13..16].ShouldBe([0x21, 0xFF, 11]);
        file[27..32].ShouldBe([3, 1, 0, 0, 0]);
        file[^1].ShouldBe((byte)0x3B);
        return (Number(file.AsSpan(6)), Number(file.AsSpan(8)), Frames(file.AsSpan(HeadLength..^1)));
    }

    /// <summary>Reads frames that follow each other.</summary>
    public static List<GifReading> Frames(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<GifReading>();
        while (bytes.Length > 0) frames.Add(Next(ref bytes));
        return frames;
    }

    private static GifReading Next(ref ReadOnlySpan<byte> bytes)
    {
        var control = bytes[..8];
        var descriptor = bytes.Slice(8, 10);
        control[..3].ToArray().ShouldBe([0x21, 0xF9, 4]);
        control[7].ShouldBe((byte)0);
        descriptor[..5].ToArray().ShouldBe([0x2C, 0, 0, 0, 0]);
        (descriptor[9] & 0xF8).ShouldBe(0x80, "a table of its own, not sorted, not interlaced");
        var colours = 2 << (descriptor[9] & 7);
        var table = bytes.Slice(18, 3 * colours).ToArray();
        var transparent = (control[3] & 1) == 1 ? control[6] : -1;
        var indices = LzwReading.Decode(bytes[(18 + table.Length)..], out var length);
        var frame = new GifReading(
            Number(descriptor[5..]), Number(descriptor[7..]), Number(control[4..]), control[3] >> 2,
            [.. indices.Select(index => index == transparent ? 0 : 0xFF000000 | Colour(table, index))]);
        bytes = bytes[(18 + table.Length + length)..];
        return frame;
    }

    private static uint Colour(byte[] table, int index) =>
        table[3 * index] | ((uint)table[3 * index + 1] << 8) | ((uint)table[3 * index + 2] << 16);

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
