using System.Buffers.Binary;

namespace LoadHarness.Workloads.Image.Png;

/// <summary>A part of a PNG: four letters and some bytes, between their length and their checksum.</summary>
/// <param name="type">The letters.</param>
/// <param name="content">The bytes.</param>
internal readonly ref struct PngChunk(uint type, ReadOnlySpan<byte> content)
{
    /// <summary>Bytes around the content: length, type, checksum.</summary>
    internal const int Overhead = LengthSize + TypeSize + ChecksumSize;

    /// <summary>Bytes before the content.</summary>
    internal const int ContentStart = LengthSize + TypeSize;

    internal const uint Header = 0x49484452; // IHDR
    internal const uint Palette = 0x504C5445; // PLTE
    internal const uint Transparency = 0x74524E53; // tRNS
    internal const uint Data = 0x49444154; // IDAT
    internal const uint End = 0x49454E44; // IEND

    private const int LengthSize = 4, TypeSize = 4, ChecksumSize = 4;
    private const uint AncillaryBit = 0x20000000; // the first letter is a small one

    internal uint Type => type;

    /// <summary>True when a reader that does not know the type may pass it over.</summary>
    internal bool IsAncillary => (type & AncillaryBit) != 0;

    internal ReadOnlySpan<byte> Content { get; } = content;

    /// <summary>The length that a chunk claims for its content; null while that is not known.</summary>
    internal static uint? ClaimedLength(ReadOnlySpan<byte> input) =>
        input.Length < LengthSize ? null : BinaryPrimitives.ReadUInt32BigEndian(input);

    /// <summary>Reads a chunk that is there as a whole.</summary>
    /// <param name="whole">From its length to its checksum.</param>
    /// <param name="chunk">Receives it.</param>
    /// <returns>False when the checksum is not that of type and content.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> whole, out PngChunk chunk)
    {
        var covered = whole[LengthSize..^ChecksumSize];
        chunk = new PngChunk(BinaryPrimitives.ReadUInt32BigEndian(covered), covered[TypeSize..]);
        return Crc32.Of(covered) == BinaryPrimitives.ReadUInt32BigEndian(whole[^ChecksumSize..]);
    }

    /// <summary>Writes length, type and checksum around content that is already in its place.</summary>
    /// <param name="type">The letters.</param>
    /// <param name="whole">From the length to the checksum, the content from <see cref="ContentStart"/> on.</param>
    internal static void Seal(uint type, Span<byte> whole)
    {
        BinaryPrimitives.WriteInt32BigEndian(whole, whole.Length - Overhead);
        BinaryPrimitives.WriteUInt32BigEndian(whole[LengthSize..], type);
        BinaryPrimitives.WriteUInt32BigEndian(whole[^ChecksumSize..], Crc32.Of(whole[LengthSize..^ChecksumSize]));
    }
}
