using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace LoadHarness.Discovery.Records;

/// <summary>The short form of an update: byte 0x1A, then the JSON text compressed with zlib.</summary>
public static class CompressedUpdate
{
    /// <summary>The first byte of the form.</summary>
    public const byte Mark = 0x1a;

    /// <summary>Writes the form.</summary>
    public static byte[] Write(ReadOnlySpan<byte> json)
    {
        using var written = new MemoryStream();
        written.WriteByte(Mark);
        using (var zlib = new ZLibStream(written, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(json);
        return written.ToArray();
    }

    /// <summary>
    /// Reads what follows the mark. False when it is not zlib, is cut short, or holds more than <paramref
    /// name="maxBytes"/>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> compressed, int maxBytes, [NotNullWhen(true)] out byte[]? json)
    {
        json = null;
        using var zlib = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        using var expanded = new MemoryStream();
        var piece = new byte[16 * 1024];
        try
        {
            for (var length = zlib.Read(piece); length > 0; length = zlib.Read(piece))
            {
                if (expanded.Length + length > maxBytes) return false;
                expanded.Write(piece, 0, length);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            // The second stands for a stream that asks for a preset dictionary.
            return false;
        }

        json = expanded.ToArray();
        return true;
    }
}
