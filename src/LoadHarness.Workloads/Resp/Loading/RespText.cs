using System.Buffers;
using System.Buffers.Text;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>
/// Formats requests and the replies they must have: the value of a key follows from its number. Without allocation.
/// </summary>
/// <param name="valueSize">Bytes of a value.</param>
internal sealed class RespText(int valueSize)
{
    private const int Room = 128;

    private readonly NumberedValues _values = new(valueSize);

    // Room for the largest reply; used within one call only.
    private readonly byte[] _expected = new byte[valueSize + Room];

    /// <summary>Writes <c>GET key:n</c>.</summary>
    internal static void WriteGet(IBufferWriter<byte> request, int number)
    {
        var span = request.GetSpan(Room);
        var at = Put("*2\r\n$3\r\nGET\r\n"u8, span, 0);
        request.Advance(PutKey(number, span, at));
    }

    /// <summary>Writes <c>SET key:n value</c>.</summary>
    internal void WriteSet(IBufferWriter<byte> request, int number)
    {
        var span = request.GetSpan(Room + valueSize);
        var at = Put("*3\r\n$3\r\nSET\r\n"u8, span, 0);
        request.Advance(PutValue(number, span, PutKey(number, span, at)));
    }

    /// <summary>Writes <c>INCR counter:n</c>.</summary>
    internal static void WriteIncrement(IBufferWriter<byte> request, int counter)
    {
        var span = request.GetSpan(Room);
        var at = Put("*2\r\n$4\r\nINCR\r\n"u8, span, 0);
        request.Advance(PutNamed("counter:"u8, counter, span, at));
    }

    /// <summary>Writes <c>PING</c>.</summary>
    internal static void WritePing(IBufferWriter<byte> request) => request.Write("*1\r\n$4\r\nPING\r\n"u8);

    /// <summary>True when a reply holds the value of a key.</summary>
    internal bool IsValue(ReadOnlySpan<byte> reply, int number) =>
        reply.SequenceEqual(_expected.AsSpan(0, PutValue(number, _expected, 0)));

    private static int PutKey(int number, Span<byte> target, int at) => PutNamed("key:"u8, number, target, at);

    private static int PutNamed(ReadOnlySpan<byte> prefix, int number, Span<byte> target, int at)
    {
        Span<byte> digits = stackalloc byte[NumberedValues.LongestNumber];
        Utf8Formatter.TryFormat(number, digits, out var count);
        at = PutLength(prefix.Length + count, target, at);
        at = Put(prefix, target, at);
        at = Put(digits[..count], target, at);
        return Put("\r\n"u8, target, at);
    }

    private int PutValue(int number, Span<byte> target, int at)
    {
        at = PutLength(valueSize, target, at);
        _values.Write(number, target[at..]);
        return Put("\r\n"u8, target, at + valueSize);
    }

    private static int PutLength(int length, Span<byte> target, int at)
    {
        target[at++] = (byte)'$';
        Utf8Formatter.TryFormat(length, target[at..], out var count);
        return Put("\r\n"u8, target, at + count);
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target, int at)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
