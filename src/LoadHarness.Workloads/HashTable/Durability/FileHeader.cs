using System.Buffers;
using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// The first line of a file of ours: what it is, its format version, and numbers. Files get their name only when they
/// are
/// whole and synced, so a wrong first line is never a crash's doing: the file is somebody else's, or the disk's fault.
/// </summary>
internal static class FileHeader
{
    /// <summary>The version written and read.</summary>
    private const string Version = "1";

    /// <summary>A log; the number is the last write before it.</summary>
    internal static ReadOnlySpan<byte> Log => "loadharness-table-log"u8;

    /// <summary>A checkpoint; the numbers are the last write in it and its count of keys.</summary>
    internal static ReadOnlySpan<byte> Checkpoint => "loadharness-table-checkpoint"u8;

    /// <summary>Writes a header.</summary>
    internal static void Write(
        ArrayBufferWriter<byte> output, ReadOnlySpan<byte> kind, params ReadOnlySpan<long> numbers)
    {
        var line = new CheckedLineBuilder(output, kind.Length + " 1".Length + numbers.Length, numbers.Length);
        line.Add(kind);
        line.Add(" 1"u8);
        foreach (var number in numbers)
        {
            line.Add(" "u8);
            line.Add(number);
        }

        line.Seal();
    }

    /// <summary>Reads a header.</summary>
    /// <returns>Its numbers, as many as asked for.</returns>
    /// <exception cref="DurabilityException">It is not ours, damaged, or of a later version.</exception>
    internal static long[] Read(LineReader lines, ReadOnlySpan<byte> kind, int count, string path)
    {
        if (!lines.TryRead(out var line) || !CheckedLine.TryRead(line, out var text) || !text.StartsWith(kind))
            throw Damaged(path);
        var words = Encoding.ASCII.GetString(text[kind.Length..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw Damaged(path);
        if (!string.Equals(words[0], Version, StringComparison.Ordinal))
            throw Refused(path, $"it has format version {words[0]}; this program reads version {Version}");
        if (words.Length != 1 + count) throw Damaged(path);
        var numbers = new long[count];
        for (var i = 0; i < count; i++)
        {
            if (!long.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                throw Damaged(path);
        }

        return numbers;
    }

    private static DurabilityException Damaged(string path) =>
        Refused(path, "it is damaged or not a file of this server; move it away to start without it");

    /// <summary>The exception for a file that the server must not touch.</summary>
    internal static DurabilityException Refused(string path, string reason) => new($"cannot use {path}: {reason}");
}
