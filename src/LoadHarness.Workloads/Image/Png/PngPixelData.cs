using System.Buffers.Binary;
using System.IO.Compression;

namespace LoadHarness.Workloads.Image.Png;

/// <summary>The content of a PNG's IDAT chunks together: a zlib stream of filtered rows.</summary>
internal static class PngPixelData
{
    private const int ChecksumSize = 4;

    /// <summary>Unpacks the rows with the runtime's zlib.</summary>
    /// <param name="packed">The zlib stream, from its first byte to its checksum.</param>
    /// <param name="rows">Receives the rows, each with its filter's byte; has to be their exact length.</param>
    /// <returns>False when the stream is damaged, shorter or longer, or its checksum is wrong.</returns>
    internal static unsafe bool TryUnpack(ReadOnlySpan<byte> packed, Span<byte> rows)
    {
        if (packed.Length < ChecksumSize) return false;
        fixed (byte* start = packed)
        {
            using var source = new UnmanagedMemoryStream(start, packed.Length);
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            try
            {
                if (zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) < rows.Length) return false;
                if (zlib.ReadByte() >= 0) return false;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException)
            {
                // The second stands for a stream that asks for a preset dictionary.
                return false;
            }
        }

        // A stream that ends before its checksum is not noticed by every version of the runtime.
        return BinaryPrimitives.ReadUInt32BigEndian(packed[^ChecksumSize..]) == Adler32.Add(Adler32.Start, rows);
    }
}
