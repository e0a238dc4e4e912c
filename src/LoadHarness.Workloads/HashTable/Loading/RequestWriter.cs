using System.Buffers;
using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>Writes requests in place, without allocation.</summary>
internal static class RequestWriter
{
    private const int LongestPattern = 64;

    private static ReadOnlySpan<byte> InsertBegin => "{\"method\":\"insert\",\"key\":\""u8;

    private static ReadOnlySpan<byte> LookupBegin => "{\"method\":\"lookup\",\"key\":\""u8;

    private static ReadOnlySpan<byte> RemoveBegin => "{\"method\":\"remove\",\"key\":\""u8;

    private static ReadOnlySpan<byte> ScanBegin => "{\"method\":\"scan\",\"regex\":\"^k"u8;

    private static ReadOnlySpan<byte> Digit => "[0-9]"u8;

    private static ReadOnlySpan<byte> BeforeValue => "\",\"value\":"u8;

    private static ReadOnlySpan<byte> InsertEnd => "}\n"u8;

    private static ReadOnlySpan<byte> KeyEnd => "\"}\n"u8;

    private static ReadOnlySpan<byte> ScanEnd => "$\"}\n"u8;

    /// <summary>Writes an insert of a key with its value.</summary>
    internal static void Insert(IBufferWriter<byte> output, KeyText text, KeyKind kind, int number)
    {
        var span = output.GetSpan(InsertBegin.Length + text.LongestPair + BeforeValue.Length + InsertEnd.Length);
        var length = Put(InsertBegin, span, 0);
        length += text.WriteKey(kind, number, span[length..]);
        length = Put(BeforeValue, span, length);
        length += text.WriteValue(kind, number, span[length..]);
        output.Advance(Put(InsertEnd, span, length));
    }

    /// <summary>Writes a lookup of a key.</summary>
    internal static void Lookup(IBufferWriter<byte> output, KeyText text, KeyKind kind, int number) =>
        Key(LookupBegin, output, text, kind, number);

    /// <summary>Writes a remove of a key.</summary>
    internal static void Remove(IBufferWriter<byte> output, KeyText text, KeyKind kind, int number) =>
        Key(RemoveBegin, output, text, kind, number);

    /// <summary>Writes a scan for the base keys of a group: <c>^k123[0-9]$</c> for group 123 of ten keys.</summary>
    internal static void Scan(IBufferWriter<byte> output, int group, int groupSize)
    {
        var span = output.GetSpan(ScanBegin.Length + LongestPattern);
        var length = Put(ScanBegin, span, 0);
        group.TryFormat(span[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        for (var size = groupSize; size > 1; size /= 10) length = Put(Digit, span, length);
        output.Advance(Put(ScanEnd, span, length));
    }

    private static void Key(
        ReadOnlySpan<byte> begin, IBufferWriter<byte> output, KeyText text, KeyKind kind, int number)
    {
        var span = output.GetSpan(begin.Length + text.LongestPair + KeyEnd.Length);
        var length = Put(begin, span, 0);
        length += text.WriteKey(kind, number, span[length..]);
        output.Advance(Put(KeyEnd, span, length));
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target, int at)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
