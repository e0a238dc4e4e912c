using System.Buffers.Text;
using System.Text;

namespace LoadHarness.Workloads.Http.Protocol;

/// <summary>What the header lines of a message say about its body and its connection.</summary>
/// <param name="Length">Bytes of the body; −1 when not told.</param>
/// <param name="IsChunked">The body comes in chunks.</param>
/// <param name="Closes">The connection ends with the message.</param>
internal readonly record struct HeadFields(long Length, bool IsChunked, bool Closes)
{
    /// <summary>Longest head that is read, bytes.</summary>
    public const int LongestHead_bytes = 16 * 1024;

    /// <summary>Reads the lines between the first one and the empty one, each with its end.</summary>
    /// <returns>False when a line is not a header, or lengths contradict one another.</returns>
    public static bool TryRead(ReadOnlySpan<byte> lines, out HeadFields fields)
    {
        fields = new HeadFields(-1, false, false);
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf("\r\n"u8);
            var colon = lines.IndexOf((byte)':');
            if (end < 0 || colon <= 0 || colon > end) return false;
            if (!TryTake(lines[..colon], lines[(colon + 1)..end].Trim(" \t"u8), ref fields)) return false;
            lines = lines[(end + 2)..];
        }

        // A body of two lengths is the way to smuggle a second message past somebody.
        return !fields.IsChunked || fields.Length < 0;
    }

    private static bool TryTake(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ref HeadFields fields)
    {
        if (Ascii.EqualsIgnoreCase(name, "content-length"u8))
        {
            if (!TryLength(value, out var length) || (fields.Length >= 0 && fields.Length != length)) return false;
            fields = fields with { Length = length };
        }
        else if (Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8))
        {
            if (!Ascii.EqualsIgnoreCase(value, "chunked"u8)) return false;
            fields = fields with { IsChunked = true };
        }
        else if (Ascii.EqualsIgnoreCase(name, "connection"u8) && Ascii.EqualsIgnoreCase(value, "close"u8))
        {
            fields = fields with { Closes = true };
        }

        return true;
    }

    private static bool TryLength(ReadOnlySpan<byte> value, out long length) =>
        Utf8Parser.TryParse(value, out length, out var used) && used == value.Length
        && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
