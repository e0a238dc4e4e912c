using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using LoadHarness.Workloads.Memcached.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Serving;

/// <summary>What the connections of one service share, and what the commands do. Calls take turns.</summary>
/// <param name="store">Keys, and under each its flags and its value.</param>
/// <param name="longestValue_bytes">Longest value.</param>
internal sealed class MemcachedCommands(KeyValueStore store, long longestValue_bytes)
{
    private const int LongestLine_bytes = 2048;
    private const int LongestKey_bytes = 250;
    private const int Flags_bytes = sizeof(uint);
    private const int Frame_bytes = 64;

    private long _count;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static ReadOnlySpan<byte> End => "END\r\n"u8;

    private static ReadOnlySpan<byte> BadFormat => "CLIENT_ERROR bad command line format\r\n"u8;

    /// <summary>Commands answered. Readable from any thread.</summary>
    internal long Count => Volatile.Read(ref _count);

    /// <summary>Executes the first command.</summary>
    /// <param name="input">What has arrived.</param>
    /// <param name="output">Where the reply goes.</param>
    internal Executed Execute(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var end = input.IndexOf((byte)'\n');
        if ((end < 0 ? input.Length : end) > LongestLine_bytes)
            return Last(output, "CLIENT_ERROR line too long\r\n"u8);
        if (end < 0) return default;
        var line = input[..end];
        var words = new Words(line.EndsWith("\r"u8) ? line[..^1] : line);
        var name = words.Next();
        var done = name.SequenceEqual("get"u8) ? Get(ref words, end + 1, output)
            : name.SequenceEqual("set"u8) ? Set(ref words, input, end + 1, output)
            : name.SequenceEqual("delete"u8) ? Delete(ref words, end + 1, output)
            : name.SequenceEqual("version"u8) ? Reply(output, end + 1, "VERSION loadharness\r\n"u8)
            : name.SequenceEqual("quit"u8) ? new Executed(end + 1, 0, IsLast: true)
            : Reply(output, end + 1, "ERROR\r\n"u8);
        if (done.Consumed > 0) Volatile.Write(ref _count, _count + 1);
        return done;
    }

    private Executed Get(ref Words words, int line, IBufferWriter<byte> output)
    {
        var key = words.Next();
        if (!IsKey(key)) return Reply(output, line, BadFormat);
        if (!words.Next().IsEmpty) return Reply(output, line, "CLIENT_ERROR one key at a time, please\r\n"u8);
        return store.Find(key) is { } entry
            ? new Executed(line, WriteValue(key, entry, output))
            : Reply(output, line, End);
    }

    private static int WriteValue(ReadOnlySpan<byte> key, ReadOnlySpan<byte> entry, IBufferWriter<byte> output)
    {
        var span = output.GetSpan(key.Length + entry.Length + Frame_bytes);
        var at = Put(key, span, Put("VALUE "u8, span, 0));
        span[at++] = (byte)' ';
        Utf8Formatter.TryFormat(BinaryPrimitives.ReadUInt32LittleEndian(entry), span[at..], out var digits);
        at += digits;
        span[at++] = (byte)' ';
        Utf8Formatter.TryFormat(entry.Length - Flags_bytes, span[at..], out digits);
        at = Put(LineEnd, span, at + digits);
        at = Put(entry[Flags_bytes..], span, at);
        at = Put(End, span, Put(LineEnd, span, at));
        output.Advance(at);
        return at;
    }

    private Executed Set(ref Words words, ReadOnlySpan<byte> input, int line, IBufferWriter<byte> output)
    {
        // Where the value ends is not known after a broken line: then the connection has to end.
        var key = words.Next();
        if (!IsKey(key) || !words.TryNext(out var flags) || flags > uint.MaxValue || !words.TryNext(out var expiry)
            || !words.TryNext(out var length) || !TryEnd(ref words, out var isSilent))
        {
            return Last(output, BadFormat);
        }

        if (length > longestValue_bytes) return Last(output, "SERVER_ERROR object too large for cache\r\n"u8);
        if (input.Length - line < length + LineEnd.Length) return default;
        var value = input.Slice(line, (int)length);
        var all = line + value.Length + LineEnd.Length;
        if (!input[..all].EndsWith(LineEnd)) return Last(output, "CLIENT_ERROR bad data chunk\r\n"u8);
        if (expiry > 0) return Reply(output, all, "SERVER_ERROR nothing expires here\r\n"u8);
        if (!store.TryPlace(key, Flags_bytes + value.Length, out var place))
            return Reply(output, all, "SERVER_ERROR out of memory storing object\r\n"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(place, (uint)flags);
        value.CopyTo(place[Flags_bytes..]);
        return isSilent ? new Executed(all, 0) : Reply(output, all, "STORED\r\n"u8);
    }

    private Executed Delete(ref Words words, int line, IBufferWriter<byte> output)
    {
        var key = words.Next();
        if (!IsKey(key) || !TryEnd(ref words, out var isSilent)) return Reply(output, line, BadFormat);
        var reply = store.Remove(key) ? "DELETED\r\n"u8 : "NOT_FOUND\r\n"u8;
        return isSilent ? new Executed(line, 0) : Reply(output, line, reply);
    }

    private static bool IsKey(ReadOnlySpan<byte> key) => key.Length is > 0 and <= LongestKey_bytes;

    private static bool TryEnd(ref Words words, out bool isSilent)
    {
        var word = words.Next();
        isSilent = word.SequenceEqual("noreply"u8);
        return word.IsEmpty || (isSilent && words.Next().IsEmpty);
    }

    private static Executed Reply(IBufferWriter<byte> output, int consumed, ReadOnlySpan<byte> reply)
    {
        output.Write(reply);
        return new Executed(consumed, reply.Length);
    }

    private static Executed Last(IBufferWriter<byte> output, ReadOnlySpan<byte> reply)
    {
        output.Write(reply);
        return new Executed(0, reply.Length, IsLast: true);
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target, int at)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
