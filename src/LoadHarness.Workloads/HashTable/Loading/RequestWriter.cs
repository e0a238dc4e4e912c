using System.Buffers;
using System.Globalization;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>Writes requests of a dialect in place, without allocation. Used by one thread.</summary>
/// <param name="dialect">Text and frames.</param>
/// <param name="text">Keys and values.</param>
/// <param name="groupSize">Pairs that one scan returns.</param>
internal sealed class RequestWriter(Dialect dialect, IEntryText text, int groupSize)
{
    private const int LongestPattern = 64;
    private const int Quotes = 2;
    private const int LongestPrefix = 32;

    private readonly byte[] _value = new byte[text.LongestPair];

    private static ReadOnlySpan<byte> Digit => "[0-9]"u8;

    /// <summary>Writes an insert of a key with its value.</summary>
    internal void Insert(IBufferWriter<byte> output, KeyKind kind, int number) =>
        Write(output, TableMethod.Insert, kind, number);

    /// <summary>Writes a lookup of a key.</summary>
    internal void Lookup(IBufferWriter<byte> output, KeyKind kind, int number) =>
        Write(output, TableMethod.Lookup, kind, number);

    /// <summary>Writes a remove of a key.</summary>
    internal void Remove(IBufferWriter<byte> output, KeyKind kind, int number) =>
        Write(output, TableMethod.Remove, kind, number);

    /// <summary>Writes a scan for the base keys of a group: <c>^k123[0-9]$</c> for group 123 of ten keys.</summary>
    internal void Scan(IBufferWriter<byte> output, int group) =>
        Write(output, TableMethod.Scan, KeyKind.Base, group);

    private void Write(IBufferWriter<byte> output, TableMethod method, KeyKind kind, int number)
    {
        var template = dialect.Request(method);
        var framing = dialect.Framing;
        // Each character of a value may have to be escaped.
        var longest = template.FixedLength + (2 * text.LongestPair) + LongestPattern + (2 * Quotes);
        var span = output.GetSpan(framing.LongestPrefix + longest + framing.Suffix.Length);
        var body = framing.LongestPrefix;
        var at = body;
        foreach (ref readonly var part in template.Parts)
        {
            if (part.Placeholder == Placeholder.None) part.Text.CopyTo(span[at..]);
            at += part.Placeholder == Placeholder.None ? part.Text.Length : Fill(part, kind, number, span[at..]);
        }

        if (body > 0) at = SetPrefix(span, body, at - body);
        framing.Suffix.CopyTo(span[at..]);
        output.Advance(at + framing.Suffix.Length);
    }

    private int Fill(in TemplatePart part, KeyKind kind, int number, Span<byte> target)
    {
        if (part.Placeholder == Placeholder.Value && !part.IsQuoted) return text.WriteValue(kind, number, target);
        if (part.Placeholder == Placeholder.Value)
            return QuotedText.Write(_value.AsSpan(0, text.WriteValue(kind, number, _value)), target);
        if (part.IsQuoted) return FillText(part.Placeholder, kind, number, target);
        target[0] = (byte)'"';
        var length = 1 + FillText(part.Placeholder, kind, number, target[1..]);
        target[length] = (byte)'"';
        return length + 1;
    }

    private int FillText(Placeholder placeholder, KeyKind kind, int number, Span<byte> target)
    {
        if (placeholder == Placeholder.Key) return text.WriteKey(kind, number, target);
        target[0] = (byte)'^';
        text.BasePrefix.CopyTo(target[1..]);
        var length = 1 + text.BasePrefix.Length;
        number.TryFormat(target[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        for (var size = groupSize; size > 1; size /= 10)
        {
            Digit.CopyTo(target[length..]);
            length += Digit.Length;
        }

        target[length] = (byte)'$';
        return length + 1;
    }

    /// <summary>Puts the prefix before a body whose length is known now; returns where the body ends.</summary>
    private int SetPrefix(Span<byte> span, int body, int length)
    {
        Span<byte> prefix = stackalloc byte[LongestPrefix];
        prefix = prefix[..dialect.Framing.WritePrefix(length, prefix)];
        span.Slice(body, length).CopyTo(span[prefix.Length..]);
        prefix.CopyTo(span);
        return prefix.Length + length;
    }
}
