using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Protocol;

/// <summary>Finds one reply at the beginning of the input: a line, or a value and the line behind it.</summary>
internal static class ReplyReader
{
    private const int LongestLine = 2048;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static ReadOnlySpan<byte> End => "END\r\n"u8;

    /// <summary>Measures the first reply.</summary>
    /// <param name="input">Where.</param>
    /// <param name="length">Its bytes, after <see cref="ReadState.Complete"/>.</param>
    internal static ReadState Read(ReadOnlySpan<byte> input, out int length)
    {
        var state = BoundedSearch.Find(input, LineEnd, LongestLine, out var line);
        length = line + LineEnd.Length;
        if (state != ReadState.Complete) return state;
        var words = new Words(input[..line]);
        if (!words.Next().SequenceEqual("VALUE"u8)) return ReadState.Complete;
        words.Next();
        if (!words.TryNext(out _) || !words.TryNext(out var value) || value > int.MaxValue / 2)
            return ReadState.Malformed;
        length += (int)value + LineEnd.Length + End.Length;
        return length <= input.Length ? ReadState.Complete : ReadState.Incomplete;
    }
}
