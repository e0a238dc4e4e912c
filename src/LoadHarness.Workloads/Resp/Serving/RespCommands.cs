using System.Buffers;
using System.Buffers.Text;
using System.Text;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Serving;

/// <summary>What the connections of one service share, and what the commands do. Calls take turns.</summary>
/// <param name="store">Keys and values.</param>
/// <param name="reader">Holds the command that is executed.</param>
internal sealed class RespCommands(KeyValueStore store, CommandReader reader)
{
    private const int LongestNumber = 20;
    private const int ShownName = 64;

    private long _count;

    private static ReadOnlySpan<byte> Done => "+OK\r\n"u8;

    private static ReadOnlySpan<byte> Pong => "+PONG\r\n"u8;

    private static ReadOnlySpan<byte> Missing => "$-1\r\n"u8;

    private static ReadOnlySpan<byte> Nothing => "*0\r\n"u8;

    private static ReadOnlySpan<byte> Full => "-OOM command not allowed when used memory > 'maxmemory'.\r\n"u8;

    private static ReadOnlySpan<byte> NoNumber => "-ERR value is not an integer or out of range\r\n"u8;

    /// <summary>Finds commands.</summary>
    internal CommandReader Reader => reader;

    /// <summary>Commands answered. Readable from any thread.</summary>
    internal long Count => Volatile.Read(ref _count);

    /// <summary>Executes the command that the reader has found.</summary>
    /// <param name="input">What the reader has read.</param>
    /// <param name="output">Where the reply goes.</param>
    /// <param name="isLast">True when the client wants to leave.</param>
    /// <returns>Bytes of the reply.</returns>
    internal int Execute(ReadOnlySpan<byte> input, IBufferWriter<byte> output, out bool isLast)
    {
        isLast = false;
        if (reader.Count == 0) return 0;
        Volatile.Write(ref _count, _count + 1);
        var name = reader.Argument(input, 0);
        var arguments = reader.Count - 1;
        switch (name.Length)
        {
            case 3 when Is(name, "GET"u8): return arguments == 1 ? Get(input, output) : Arity(name, output);
            case 3 when Is(name, "SET"u8): return Set(input, arguments, output);
            case 3 when Is(name, "DEL"u8): return arguments > 0 ? Delete(input, output) : Arity(name, output);
            case 4 when Is(name, "INCR"u8): return arguments == 1 ? Increment(input, output) : Arity(name, output);
            case 4 when Is(name, "PING"u8): return Ping(input, arguments, output);
            case 4 when Is(name, "ECHO"u8):
                return arguments == 1 ? Reply.WriteBulk(output, reader.Argument(input, 1)) : Arity(name, output);
            case 4 when Is(name, "QUIT"u8):
                isLast = true;
                return Reply.Write(output, Done);
            case 6 when Is(name, "GETDEL"u8): return arguments == 1 ? Take(input, output) : Arity(name, output);
            case 6 when Is(name, "CONFIG"u8): return Configuration(input, arguments, output);
            case 7 when Is(name, "COMMAND"u8): return Reply.Write(output, Nothing);
            default: return Unknown(name, output);
        }
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);

    private int Get(ReadOnlySpan<byte> input, IBufferWriter<byte> output) =>
        store.Find(reader.Argument(input, 1)) is { } value
            ? Reply.WriteBulk(output, value)
            : Reply.Write(output, Missing);

    private int Set(ReadOnlySpan<byte> input, int arguments, IBufferWriter<byte> output)
    {
        if (arguments < 2) return Arity(reader.Argument(input, 0), output);
        if (arguments > 2) return Reply.Write(output, "-ERR syntax error\r\n"u8);
        return Reply.Write(output, store.Set(reader.Argument(input, 1), reader.Argument(input, 2)) ? Done : Full);
    }

    private int Delete(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var removed = 0;
        for (var i = 1; i < reader.Count; i++)
        {
            if (store.Remove(reader.Argument(input, i))) removed++;
        }

        return Reply.WriteNumber(output, removed);
    }

    private int Take(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var length = Get(input, output);
        store.Remove(reader.Argument(input, 1));
        return length;
    }

    private int Increment(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var key = reader.Argument(input, 1);
        var number = 0L;
        if (store.Find(key) is { } text
            && (!Utf8Parser.TryParse(text, out number, out var read) || read != text.Length
                || number == long.MaxValue)) return Reply.Write(output, NoNumber);
        Span<byte> digits = stackalloc byte[LongestNumber];
        Utf8Formatter.TryFormat(number + 1, digits, out var length);
        return store.Set(key, digits[..length])
            ? Reply.WriteNumber(output, number + 1)
            : Reply.Write(output, Full);
    }

    private int Ping(ReadOnlySpan<byte> input, int arguments, IBufferWriter<byte> output) => arguments switch
    {
        0 => Reply.Write(output, Pong),
        1 => Reply.WriteBulk(output, reader.Argument(input, 1)),
        _ => Arity(reader.Argument(input, 0), output),
    };

    /// <summary>What redis-benchmark asks before it begins.</summary>
    private int Configuration(ReadOnlySpan<byte> input, int arguments, IBufferWriter<byte> output)
    {
        if (arguments != 2 || !Is(reader.Argument(input, 1), "GET"u8))
            return Reply.WriteError(output, "ERR CONFIG answers GET and one name only");
        var name = reader.Argument(input, 2);
        if (Is(name, "save"u8)) return Reply.Write(output, "*2\r\n$4\r\nsave\r\n$0\r\n\r\n"u8);
        return Is(name, "appendonly"u8)
            ? Reply.Write(output, "*2\r\n$10\r\nappendonly\r\n$2\r\nno\r\n"u8)
            : Reply.Write(output, Nothing);
    }

    private static int Arity(ReadOnlySpan<byte> name, IBufferWriter<byte> output) =>
        Reply.WriteError(output, $"ERR wrong number of arguments for '{Shown(name)}' command");

    private static int Unknown(ReadOnlySpan<byte> name, IBufferWriter<byte> output) =>
        Reply.WriteError(output, $"ERR unknown command '{Shown(name)}'");

    private static string Shown(ReadOnlySpan<byte> name) =>
        Encoding.ASCII.GetString(name[..Math.Min(name.Length, ShownName)]);
}
