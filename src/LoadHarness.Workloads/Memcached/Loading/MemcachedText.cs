using System.Buffers;
using System.Buffers.Text;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Loading;

/// <summary>Formats requests and the replies they must have. Without allocation.</summary>
/// <param name="valueSize">Bytes of a value.</param>
internal sealed class MemcachedText(int valueSize)
{
    private const int Room = 128;

    private readonly NumberedValues _values = new(valueSize);

    // Room for the largest reply; used within one call only.
    private readonly byte[] _expected = new byte[valueSize + Room];

    /// <summary>Writes <c>get key:n</c>.</summary>
    internal static void WriteGet(IBufferWriter<byte> request, int number)
    {
        var span = request.GetSpan(Room);
        var at = PutKey("get "u8, number, span);
        request.Advance(Put("\r\n"u8, span, at));
    }

    /// <summary>Writes <c>set key:n 0 0 size</c> and the value.</summary>
    internal void WriteSet(IBufferWriter<byte> request, int number)
    {
        var span = request.GetSpan(Room + valueSize);
        var at = PutKey("set "u8, number, span);
        at = Put(" 0"u8, span, at);
        request.Advance(PutValue(number, span, at));
    }

    /// <summary>True when a reply holds the value of a key, and nothing but that.</summary>
    internal bool IsValue(ReadOnlySpan<byte> reply, int number)
    {
        var at = PutValue(number, _expected, PutKey("VALUE "u8, number, _expected));
        return reply.SequenceEqual(_expected.AsSpan(0, Put("END\r\n"u8, _expected, at)));
    }

    private static int PutKey(ReadOnlySpan<byte> word, int number, Span<byte> target)
    {
        var at = Put("key:"u8, target, Put(word, target, 0));
        Utf8Formatter.TryFormat(number, target[at..], out var count);
        return at + count;
    }

    /// <summary>The last words of a line, which are flags and length, and the value below it.</summary>
    private int PutValue(int number, Span<byte> target, int at)
    {
        at = Put(" 0 "u8, target, at);
        Utf8Formatter.TryFormat(valueSize, target[at..], out var count);
        at = Put("\r\n"u8, target, at + count);
        _values.Write(number, target[at..]);
        return Put("\r\n"u8, target, at + valueSize);
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target, int at)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
