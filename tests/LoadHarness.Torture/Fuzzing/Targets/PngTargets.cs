using System.Buffers;
using System.Buffers.Binary;
using LoadHarness.Clients.Frames.Gif;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Image;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Images: what the frames client decodes and writes as a GIF.</summary>
internal static class PngTargets
{
    // Deflate packs a thousand to one, and a pixel that takes a bit becomes four bytes.
    private const int MostPerByte = 40_000;

    /// <summary>Names of chunks and small headers.</summary>
    public static IReadOnlyList<byte[]> Words { get; } =
    [
        .. Promise.Bytes("IHDR", "IDAT", "IEND", "PLTE", "tRNS", "tEXt"),
        [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0], [0, 0, 0, 2, 0, 0, 0, 3, 1, 3, 0, 0, 1], [0, 0, 0, 0],
        [0, 0, 0, 9, 0, 0, 0, 9, 16, 6, 0, 0, 1], [0, 0, 16, 0, 0, 0, 16, 0, 8, 0, 0, 0, 0], [0x78, 0x01],
    ];

    /// <summary>The decoder with the writer behind it.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        var maker = new WorkloadMaker(new ImageWorkload(), ("width", "5"), ("height", "4"));
        yield return new ReadTarget("file/png", Promise.RefusesBy<InvalidDataException>(Read))
        {
            Seeds = [maker.Answer("download", Purpose.Measure)],
            Words = Words,
            Mend = Mend,
            AllowancePerByte = MostPerByte,
        };
    }

    /// <summary>Puts the checksums of all chunks right.</summary>
    public static byte[] Mend(byte[] input)
    {
        var mended = (byte[])input.Clone();
        var rest = mended.AsSpan(Math.Min(mended.Length, PngReader.Signature.Length));
        while (PngChunk.ClaimedLength(rest) is { } length && length <= rest.Length - PngChunk.Overhead)
        {
            var whole = rest[..((int)length + PngChunk.Overhead)];
            BinaryPrimitives.WriteUInt32BigEndian(whole[^4..], Crc32.Of(whole[4..^4]));
            rest = rest[whole.Length..];
        }

        return mended;
    }

    private static string Read(byte[] input)
    {
        var image = new PngDecoder().Decode(input);
        Promise.Holds(image.Pixels.Length == image.Width * image.Height, "an image has all its pixels");
        var gif = new ArrayBufferWriter<byte>();
        // Larger ones would take seconds to paint, and no other path.
        if (image.Pixels.Length <= 4096) new GifFrameWriter(1).Write(image, gif);
        return "an image";
    }
}
