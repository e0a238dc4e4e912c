using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Contending;

/// <summary>
/// Formats commands on the keys that clients contend for, and reads the values in replies. One number names a value and
/// its key, which is its remainder by the number of keys. Used by one thread.
/// </summary>
/// <param name="keys">Number of keys.</param>
/// <param name="valueSize">Bytes of a value, enough for a number.</param>
internal sealed class ContendedRespText(int keys, int valueSize)
{
    private const int Room = 64;

    private readonly NumberedValues _values = new(valueSize);
    private readonly byte[] _room = new byte[valueSize];
    private byte[][] _names = [];

    /// <summary>What a reply to a read of nothing is.</summary>
    internal static ReadOnlySpan<byte> Missing => "$-1\r\n"u8;

    /// <summary>Names of the keys.</summary>
    internal IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Goes over to the keys of a history.</summary>
    internal void Begin(int history)
    {
        Names =
        [
            .. Enumerable.Range(0, keys).Select(key =>
                string.Create(CultureInfo.InvariantCulture, $"contended:{history}-{key}")),
        ];
        _names = [.. Names.Select(name => Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"${name.Length}\r\n{name}\r\n")))];
    }

    /// <summary>Writes <c>GET key</c>.</summary>
    internal void WriteGet(IBufferWriter<byte> request, int number) => Write(request, "*2\r\n$3\r\nGET\r\n"u8, number);

    /// <summary>Writes <c>GETDEL key</c>.</summary>
    internal void WriteTake(IBufferWriter<byte> request, int number) =>
        Write(request, "*2\r\n$6\r\nGETDEL\r\n"u8, number);

    /// <summary>Writes <c>SET key value</c>.</summary>
    internal void WriteSet(IBufferWriter<byte> request, int number)
    {
        Write(request, "*3\r\n$3\r\nSET\r\n"u8, number);
        var span = request.GetSpan(Room + valueSize);
        span[0] = (byte)'$';
        Utf8Formatter.TryFormat(valueSize, span[1..], out var digits);
        var at = 1 + digits;
        "\r\n"u8.CopyTo(span[at..]);
        _values.Write(number, span[(at + 2)..]);
        at += 2 + valueSize;
        "\r\n"u8.CopyTo(span[at..]);
        request.Advance(at + 2);
    }

    /// <summary>The number of the value that a reply holds; −1 when it holds none of ours.</summary>
    internal int NumberIn(ReadOnlySpan<byte> reply)
    {
        if (reply.Length < valueSize + 2 || reply[0] != (byte)'$') return -1;
        var value = reply[^(valueSize + 2)..^2];
        if (!Utf8Parser.TryParse(value, out int number, out _) || number < 0) return -1;
        _values.Write(number, _room);
        return value.SequenceEqual(_room) ? number : -1;
    }

    private void Write(IBufferWriter<byte> request, ReadOnlySpan<byte> head, int number)
    {
        request.Write(head);
        request.Write(_names[number % keys]);
    }
}
