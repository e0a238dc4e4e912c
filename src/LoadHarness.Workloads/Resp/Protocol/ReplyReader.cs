using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Protocol;

/// <summary>Finds one reply at the beginning of the input: a line, a bulk string, or an array of replies.</summary>
internal static class ReplyReader
{
    private const int LongestLine = 64 * 1024;

    /// <summary>Measures the first reply.</summary>
    /// <param name="input">Where.</param>
    /// <param name="length">Its bytes, after <see cref="ReadState.Complete"/>.</param>
    internal static ReadState Read(ReadOnlySpan<byte> input, out int length)
    {
        length = 0;
        // An array is as many replies as it has elements, in place of itself: no call within a call, however deep.
        for (var wanted = 1L; wanted > 0; wanted--)
        {
            var state = ReadOne(input[length..], out var used, out var elements);
            if (state != ReadState.Complete) return state;
            length += used;
            wanted += elements;
        }

        return ReadState.Complete;
    }

    private static ReadState ReadOne(ReadOnlySpan<byte> input, out int length, out long elements)
    {
        (length, elements) = (0, 0);
        if (input.IsEmpty) return ReadState.Incomplete;
        return input[0] switch
        {
            (byte)'+' or (byte)'-' or (byte)':' => ReadLine(input, out length),
            (byte)'$' => ReadBulk(input, out length),
            (byte)'*' => ReadArray(input, out length, out elements),
            _ => ReadState.Malformed,
        };
    }

    private static ReadState ReadLine(ReadOnlySpan<byte> input, out int length)
    {
        var state = BoundedSearch.Find(input, "\r\n"u8, LongestLine, out var end);
        length = end + 2;
        return state;
    }

    private static ReadState ReadBulk(ReadOnlySpan<byte> input, out int length)
    {
        var at = 1;
        length = 0;
        var state = LengthLine.Read(input, ref at, out var bytes);
        if (state != ReadState.Complete) return state;
        if (bytes > int.MaxValue / 2) return ReadState.Malformed;
        length = bytes < 0 ? at : at + (int)bytes + 2;
        if (length > input.Length) return ReadState.Incomplete;
        return bytes < 0 || input[..length].EndsWith("\r\n"u8) ? ReadState.Complete : ReadState.Malformed;
    }

    private static ReadState ReadArray(ReadOnlySpan<byte> input, out int length, out long elements)
    {
        var at = 1;
        var state = LengthLine.Read(input, ref at, out elements);
        length = at;
        if (state == ReadState.Complete && elements > int.MaxValue) return ReadState.Malformed;
        elements = Math.Max(0, elements);
        return state;
    }
}
