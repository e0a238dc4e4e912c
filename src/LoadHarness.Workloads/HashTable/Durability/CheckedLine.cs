using System.Buffers.Text;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// A line of a log or checkpoint: eight hexadecimal digits of CRC-32C, a space, the text it protects, a newline.
/// The text is ASCII without newlines, so a person can read the file and a program can find the next line after damage.
/// </summary>
internal static class CheckedLine
{
    /// <summary>Bytes before the text.</summary>
    internal const int PrefixLength = 9;

    /// <summary>Checks a line without its newline.</summary>
    /// <returns>False when it is damaged.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (line.Length < PrefixLength || line[PrefixLength - 1] != (byte)' ') return false;
        if (!Utf8Parser.TryParse(line[..(PrefixLength - 1)], out uint crc, out var digits, 'x')) return false;
        text = line[PrefixLength..];
        return digits == PrefixLength - 1 && crc == Crc32C.Of(text);
    }
}
