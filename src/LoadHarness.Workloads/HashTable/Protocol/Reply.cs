using System.Buffers;
using System.Text;

namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>The envelope of replies: one line of ASCII JSON each.</summary>
internal static class Reply
{
    /// <summary>What stands before the result of a success.</summary>
    internal static ReadOnlySpan<byte> Begin => "{\"status\":\"OK\",\"result\":"u8;

    /// <summary>What stands after it.</summary>
    internal static ReadOnlySpan<byte> End => "}\n"u8;

    /// <summary>Writes a success whose result is canonical JSON.</summary>
    internal static void WriteResult(IBufferWriter<byte> output, ReadOnlySpan<byte> result)
    {
        var span = output.GetSpan(Begin.Length + result.Length + End.Length);
        Begin.CopyTo(span);
        result.CopyTo(span[Begin.Length..]);
        End.CopyTo(span[(Begin.Length + result.Length)..]);
        output.Advance(Begin.Length + result.Length + End.Length);
    }

    /// <summary>Writes a failure.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="type">One of <see cref="ErrorType"/>.</param>
    /// <param name="message">Text for people, or empty; quotes, backslashes and anything but printable ASCII become
    /// question marks.</param>
    internal static void WriteError(IBufferWriter<byte> output, ReadOnlySpan<byte> type, string message = "")
    {
        output.Write("{\"status\":\"exception\",\"type\":\""u8);
        output.Write(type);
        if (message.Length > 0)
        {
            output.Write("\",\"message\":\""u8);
            output.Write(Encoding.ASCII.GetBytes(string.Create(message.Length, message, static (text, from) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = from[i] is < ' ' or > '~' or '"' or '\\' ? '?' : from[i];
            })));
        }

        output.Write("\"}\n"u8);
    }
}
