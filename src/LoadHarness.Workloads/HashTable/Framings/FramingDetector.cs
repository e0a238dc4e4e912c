namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>
/// Tells a client's framing from its first bytes, supposing that its messages are JSON objects. The framing of the
/// server's own dialect breaks ties and is used where nothing fits, so that its complaint is the one the client gets.
/// </summary>
internal static class FramingDetector
{
    private const int Telling = 8;
    private const int Half = 4;

    /// <summary>The framing, or null while the first bytes say nothing yet.</summary>
    /// <param name="first">What has arrived so far, at least one byte.</param>
    /// <param name="own">The framing of the server's dialect.</param>
    /// <param name="end">Nothing follows.</param>
    internal static Framing? Detect(ReadOnlySpan<byte> first, Framing own, bool end)
    {
        var start = first[..Math.Min(first.Length, Telling)];
        var framing = Guess(first, start, own, end);
        if (framing is null || end || start.Length == Telling) return framing;

        // A length may begin with any bytes, so fewer tell only when they are a whole message already.
        if (own is BinaryFraming && own != framing) return null;
        var state = framing.Take(first, 0, end: false, int.MaxValue, out var frame);
        return state == FrameState.Whole && IsTelling(frame.Body, framing) ? framing : null;
    }

    /// <summary>Any line of text tells; behind a length, only an object does.</summary>
    private static bool IsTelling(ReadOnlySpan<byte> body, Framing framing) =>
        !body.IsEmpty && !body.ContainsAnyInRange((byte)0, (byte)0x1f)
        && (framing == FramingNames.Newline || body[0] == (byte)'{');

    private static Framing? Guess(ReadOnlySpan<byte> first, ReadOnlySpan<byte> start, Framing own, bool end)
    {
        // No text holds a zero byte, and a length that is accepted has zeros.
        if (start.Contains((byte)0)) return Binary(start, own);
        return start[0] switch
        {
            (byte)'{' => FramingNames.Newline,
            (byte)' ' => Columns(first, own, end),
            >= (byte)'0' and <= (byte)'9' => Digits(first, own, end),
            _ => own,
        };
    }

    private static Framing Binary(ReadOnlySpan<byte> start, Framing own)
    {
        var low = start[..Math.Min(start.Length, Half)];
        var high = start[low.Length..];
        var isLowZero = !low.ContainsAnyExcept((byte)0);
        var isHighZero = !high.ContainsAnyExcept((byte)0);
        if (isLowZero && isHighZero) return own is BinaryFraming ? own : FramingNames.Be64;
        if (isHighZero) return FramingNames.Le64;
        if (isLowZero) return FramingNames.Be64;
        return high.StartsWith("{"u8) || own is not BinaryFraming ? FramingNames.Be32 : own;
    }

    /// <summary>Spaces: a line that begins with them, or a length in columns.</summary>
    private static Framing? Columns(ReadOnlySpan<byte> first, Framing own, bool end)
    {
        var width = FramingNames.Decimal16.LongestPrefix;
        var columns = first[..Math.Min(first.Length, width)];
        var digits = columns.TrimStart((byte)' ');
        if (!digits.IsEmpty && digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return digits[0] == (byte)'{' ? FramingNames.Newline : own;
        if (columns.Length < width) return end ? own : null;
        return digits.IsEmpty ? own : FramingNames.Decimal16;
    }

    private static Framing? Digits(ReadOnlySpan<byte> first, Framing own, bool end)
    {
        // More digits than a length has are none, also when what is behind them is there already.
        var longest = FramingNames.Decimal.LongestPrefix;
        var digits = first[..Math.Min(first.Length, longest + 1)].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) return end || first.Length > longest ? own : null;
        return first[digits] switch
        {
            (byte)',' => FramingNames.DecimalComma,
            (byte)'{' when digits == FramingNames.Decimal16.LongestPrefix => FramingNames.Decimal16,
            (byte)'{' when digits == FramingNames.Decimal10.LongestPrefix => FramingNames.Decimal10,
            (byte)'{' => FramingNames.Decimal,
            _ => own,
        };
    }
}
