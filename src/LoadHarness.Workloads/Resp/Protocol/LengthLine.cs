using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Protocol;

/// <summary>The rest of a line that holds nothing but a number, as in <c>*3</c>, <c>$64</c> or <c>:1</c>.</summary>
internal static class LengthLine
{
    private const int MostDigits = 19;

    /// <summary>Reads the number and the line's end.</summary>
    /// <param name="input">Where.</param>
    /// <param name="at">Where the number begins; after <see cref="ReadState.Complete"/> where the next line
    /// begins.</param>
    /// <param name="number">The number.</param>
    internal static ReadState Read(ReadOnlySpan<byte> input, ref int at, out long number)
    {
        number = 0;
        var i = at;
        var isNegative = i < input.Length && input[i] == '-';
        if (isNegative) i++;
        var first = i;
        for (; i < input.Length && input[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            if (i - first == MostDigits) return ReadState.Malformed;
            number = unchecked((number * 10) + input[i] - '0');
        }

        if (i == input.Length) return ReadState.Incomplete;
        if (i == first || input[i] != '\r' || number < 0) return ReadState.Malformed;
        if (i + 1 == input.Length) return ReadState.Incomplete;
        if (input[i + 1] != '\n') return ReadState.Malformed;
        if (isNegative) number = -number;
        at = i + 2;
        return ReadState.Complete;
    }
}
