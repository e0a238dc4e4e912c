using System.Buffers;
using System.Buffers.Text;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// One write in the log: its sequence number, then the request in canonical JSON, e.g.
/// <c>5e1f7c02 17 {"method":"insert","key":"zebra","value":{"weight":100,"name":"fred"}}</c>.
/// </summary>
internal sealed class LogRecord
{
    private readonly RequestReader _reader = new(RequestMembers.Plain);

    private static ReadOnlySpan<byte> Insert => " {\"method\":\"insert\",\"key\":"u8;

    private static ReadOnlySpan<byte> Value => ",\"value\":"u8;

    private static ReadOnlySpan<byte> Remove => " {\"method\":\"remove\",\"key\":"u8;

    private static ReadOnlySpan<byte> End => "}"u8;

    /// <summary>Writes an insert; returns its length in bytes.</summary>
    internal static int WriteInsert(
        ArrayBufferWriter<byte> output, long sequence, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        var line =
            new CheckedLineBuilder(output, Insert.Length + key.Length + Value.Length + value.Length + End.Length, 1);
        line.Add(sequence);
        line.Add(Insert);
        line.Add(key);
        line.Add(Value);
        line.Add(value);
        line.Add(End);
        return line.Seal();
    }

    /// <summary>Writes a remove; returns its length in bytes.</summary>
    internal static int WriteRemove(ArrayBufferWriter<byte> output, long sequence, ReadOnlySpan<byte> key)
    {
        var line = new CheckedLineBuilder(output, Remove.Length + key.Length + End.Length, 1);
        line.Add(sequence);
        line.Add(Remove);
        line.Add(key);
        line.Add(End);
        return line.Seal();
    }

    /// <summary>Reads the sequence number of a line.</summary>
    /// <returns>False when the line is damaged.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> line, out long sequence, out ReadOnlySpan<byte> request)
    {
        sequence = 0;
        request = default;
        if (!CheckedLine.TryRead(line, out var text)) return false;
        if (!Utf8Parser.TryParse(text, out sequence, out var digits) || digits == text.Length) return false;
        request = text[(digits + 1)..];
        return true;
    }

    /// <summary>Does again what a record says.</summary>
    /// <returns>False when it says nothing that can be done.</returns>
    internal bool TryApply(ReadOnlySpan<byte> text, long sequence, Table table)
    {
        if (_reader.Read(text, out var request, out _) != RequestProblem.None) return false;
        switch (request.Method)
        {
            case TableMethod.Insert:
                table.Set(request.Key, request.Value.ToArray(), sequence);
                return true;
            case TableMethod.Remove:
                table.Remove(request.Key, sequence);
                return true;
            default:
                return false;
        }
    }
}
