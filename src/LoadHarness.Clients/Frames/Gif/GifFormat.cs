using System.Buffers;
using System.Buffers.Binary;

namespace LoadHarness.Clients.Frames.Gif;

/// <summary>What stands before and behind the frames of an animated GIF.</summary>
internal static class GifFormat
{
    /// <summary>Longest side of a picture.</summary>
    internal const int LongestSide = ushort.MaxValue;

    private const int ScreenSize = 7;

    /// <summary>The file's last byte.</summary>
    internal static ReadOnlySpan<byte> Trailer => [0x3B];

    // Application extension with the loop count 0, without end (Netscape 2.0).
    private static ReadOnlySpan<byte> Loop =>
    [
        0x21, 0xFF, 11,
        (byte)'N', (byte)'E', (byte)'T', (byte)'S', (byte)'C', (byte)'A', (byte)'P', (byte)'E',
        (byte)'2', (byte)'.', (byte)'0',
        3, 1, 0, 0, 0,
    ];

    /// <summary>Writes what comes first: signature, size, no common colour table, an animation without end.</summary>
    /// <param name="width">Pixels, at most <see cref="LongestSide"/>.</param>
    /// <param name="height">Pixels, at most <see cref="LongestSide"/>.</param>
    /// <param name="output">Where it goes.</param>
    internal static void WriteHead(int width, int height, IBufferWriter<byte> output)
    {
        output.Write("GIF89a"u8);
        var screen = output.GetSpan(ScreenSize)[..ScreenSize];
        screen.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(screen, (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(screen[2..], (ushort)height);
        screen[4] = 0x70; // colours of 8 bits
        output.Advance(ScreenSize);
        output.Write(Loop);
    }
}
