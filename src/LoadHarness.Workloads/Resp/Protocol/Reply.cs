using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LoadHarness.Workloads.Resp.Protocol;

/// <summary>Writes replies in place. Every method returns the bytes written.</summary>
internal static class Reply
{
    private const int LongestNumber = 20;
    private const int Frame = 5;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>A prepared reply, e.g. <c>+OK</c>.</summary>
    internal static int Write(IBufferWriter<byte> output, ReadOnlySpan<byte> reply)
    {
        reply.CopyTo(output.GetSpan(reply.Length));
        output.Advance(reply.Length);
        return reply.Length;
    }

    /// <summary>A bulk string.</summary>
    internal static int WriteBulk(IBufferWriter<byte> output, ReadOnlySpan<byte> value)
    {
        var span = output.GetSpan(LongestNumber + value.Length + Frame);
        span[0] = (byte)'$';
        Utf8Formatter.TryFormat(value.Length, span[1..], out var digits);
        var at = 1 + digits;
        LineEnd.CopyTo(span[at..]);
        value.CopyTo(span[(at + 2)..]);
        at += 2 + value.Length;
        LineEnd.CopyTo(span[at..]);
        output.Advance(at + 2);
        return at + 2;
    }

    /// <summary>A number.</summary>
    internal static int WriteNumber(IBufferWriter<byte> output, long number)
    {
        var span = output.GetSpan(LongestNumber + Frame);
        span[0] = (byte)':';
        Utf8Formatter.TryFormat(number, span[1..], out var digits);
        LineEnd.CopyTo(span[(1 + digits)..]);
        output.Advance(digits + 3);
        return digits + 3;
    }

    /// <summary>An error; what is not printable in the text is replaced.</summary>
    internal static int WriteError(IBufferWriter<byte> output, string text)
    {
        var line = Encoding.ASCII.GetBytes($"-{text}\r\n");
        foreach (ref var letter in line.AsSpan(0, line.Length - 2))
        {
            if (letter is < (byte)' ' or > (byte)'~') letter = (byte)'?';
        }

        return Write(output, line);
    }
}
