using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Protocol;

/// <summary>
/// Finds one command at the beginning of the input: an array of bulk strings, or words on a line. Keeps places, not
/// copies; one reader serves all connections whose calls take turns.
/// </summary>
/// <param name="longestArgument">Most bytes of one argument.</param>
internal sealed class CommandReader(int longestArgument)
{
    /// <summary>Most arguments of a command, its name included.</summary>
    internal const int MostArguments = 1024;

    /// <summary>Longest line of words.</summary>
    internal const int LongestLine = 16 * 1024;

    private const int HeaderRoom = 64 * 1024;

    private readonly (int Start, int Length)[] _arguments = new (int, int)[MostArguments];

    /// <summary>Arguments of the command, its name included; 0 for an empty one, which is not answered.</summary>
    internal int Count { get; private set; }

    /// <summary>Bytes of the command.</summary>
    internal int Length { get; private set; }

    /// <summary>What is wrong with it, after <see cref="ReadState.Malformed"/>.</summary>
    internal string Problem { get; private set; } = string.Empty;

    /// <summary>An argument; 0 is the command's name.</summary>
    internal ReadOnlySpan<byte> Argument(ReadOnlySpan<byte> input, int index) =>
        input.Slice(_arguments[index].Start, _arguments[index].Length);

    /// <summary>Reads the first command.</summary>
    internal ReadState Read(ReadOnlySpan<byte> input)
    {
        Count = 0;
        if (input.IsEmpty) return ReadState.Incomplete;
        var state = input[0] == '*' ? ReadArray(input) : ReadLine(input);
        // However it arrives: also when all of it is there already.
        var length = state == ReadState.Incomplete ? input.Length : state == ReadState.Complete ? Length : 0;
        return length > longestArgument + HeaderRoom ? Malformed("the request is too long") : state;
    }

    private ReadState ReadArray(ReadOnlySpan<byte> input)
    {
        var at = 1;
        var state = LengthLine.Read(input, ref at, out var count);
        if (state == ReadState.Incomplete) return state;
        if (state == ReadState.Malformed || count > MostArguments) return Malformed("invalid multibulk length");
        for (var i = 0; i < count; i++)
        {
            state = ReadBulk(input, ref at, i);
            if (state != ReadState.Complete) return state;
        }

        Count = (int)Math.Max(0, count);
        Length = at;
        return ReadState.Complete;
    }

    private ReadState ReadBulk(ReadOnlySpan<byte> input, ref int at, int index)
    {
        if (at == input.Length) return ReadState.Incomplete;
        if (input[at] != '$') return Malformed("expected '$'");
        at++;
        var state = LengthLine.Read(input, ref at, out var length);
        if (state == ReadState.Incomplete) return state;
        if (state == ReadState.Malformed || length < 0 || length > longestArgument)
            return Malformed("invalid bulk length");
        if (input.Length - at < length + 2) return ReadState.Incomplete;
        _arguments[index] = (at, (int)length);
        at += (int)length;
        if (input[at] != '\r' || input[at + 1] != '\n') return Malformed("expected the end of a bulk string");
        at += 2;
        return ReadState.Complete;
    }

    private ReadState ReadLine(ReadOnlySpan<byte> input)
    {
        var end = input.IndexOf((byte)'\n');
        if ((end < 0 ? input.Length : end) > LongestLine) return Malformed("too big inline request");
        if (end < 0) return ReadState.Incomplete;
        Length = end + 1;
        var line = input[..end];
        if (line.EndsWith("\r"u8)) line = line[..^1];
        for (var at = 0; ;)
        {
            while (at < line.Length && line[at] is (byte)' ' or (byte)'\t') at++;
            if (at == line.Length) return ReadState.Complete;
            if (Count == MostArguments) return Malformed("too many arguments");
            var length = line[at..].IndexOfAny((byte)' ', (byte)'\t');
            if (length < 0) length = line.Length - at;
            _arguments[Count++] = (at, length);
            at += length;
        }
    }

    private ReadState Malformed(string problem)
    {
        Problem = problem;
        return ReadState.Malformed;
    }
}
