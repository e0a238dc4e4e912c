using System.Buffers.Text;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>Finds requests of the Redis protocol and of HTTP in what arrives. Pure.</summary>
internal static class DelayRequest
{
    private const int LongestArray = 16;

    /// <summary>What a request wants.</summary>
    internal enum Kind
    {
        /// <summary>A part only.</summary>
        Incomplete = 0,

        /// <summary>A delayed <c>+PONG</c>.</summary>
        Ping = 1,

        /// <summary>A delayed response of HTTP.</summary>
        Get = 2,

        /// <summary>The count, at once.</summary>
        Info = 3,

        /// <summary>Something else of the Redis protocol.</summary>
        Other = 4,
    }

    /// <summary>Reads the first request.</summary>
    /// <param name="input">What has arrived.</param>
    /// <param name="length">Its bytes.</param>
    public static Kind Read(ReadOnlySpan<byte> input, out int length)
    {
        length = 0;
        if (input.IsEmpty) return Kind.Incomplete;
        return input[0] == '*' ? ReadArray(input, out length) : ReadHead(input, out length);
    }

    private static Kind ReadHead(ReadOnlySpan<byte> input, out int length)
    {
        var end = input.IndexOf("\r\n\r\n"u8);
        length = end < 0 ? 0 : end + 4;
        return end < 0 ? Kind.Incomplete : Kind.Get;
    }

    private static Kind ReadArray(ReadOnlySpan<byte> input, out int length)
    {
        length = 0;
        var kind = Kind.Other;
        if (!TryNumber(input, 0, out var count, out var at) || count > LongestArray) return Kind.Incomplete;
        for (var i = 0; i < count; i++)
        {
            if (!TryNumber(input, at, out var size, out at) || input.Length < at + 2L + size) return Kind.Incomplete;
            if (i == 0) kind = Named(input.Slice(at, size));
            at += size + 2;
        }

        length = at;
        return kind;
    }

    private static Kind Named(ReadOnlySpan<byte> command) =>
        System.Text.Ascii.EqualsIgnoreCase(command, "PING"u8) ? Kind.Ping
        : System.Text.Ascii.EqualsIgnoreCase(command, "INFO"u8) ? Kind.Info
        : Kind.Other;

    /// <summary>A sign, a number and the end of the line.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> input, int start, out int number, out int next)
    {
        next = start;
        number = 0;
        if (input.Length <= start) return false;
        var line = input[(start + 1)..];
        var end = line.IndexOf("\r\n"u8);
        if (end < 0 || !Utf8Parser.TryParse(line[..end], out number, out _) || number < 0) return false;
        next = start + 1 + end + 2;
        return true;
    }
}
