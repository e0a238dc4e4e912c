using System.Buffers;
using System.Buffers.Text;
using System.Text;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>A command of any words, some with the number of a key put in. Written without allocation.</summary>
internal sealed class CommandTemplate
{
    private const string KeyMark = "{key}";
    private const int Room = 32;

    private readonly Word[] _words;

    /// <summary>Takes a text that was checked.</summary>
    /// <param name="text">Words parted by spaces.</param>
    internal CommandTemplate(string text) => _words = [.. WordsOf(text).Select(Word.Of)];

    /// <summary>The number of a key is part of it.</summary>
    internal bool HasKey => _words.Any(word => word.HasKey);

    /// <summary>What is wrong with a text; nothing when it is a command.</summary>
    internal static IReadOnlyList<string> Check(string text) =>
        WordsOf(text).Length > 0 ? [] : ["a command has at least one word"];

    /// <summary>Writes the command as an array of bulk strings.</summary>
    /// <param name="request">Where.</param>
    /// <param name="number">Number of a key.</param>
    internal void Write(IBufferWriter<byte> request, int number)
    {
        Span<byte> digits = stackalloc byte[NumberedValues.LongestNumber];
        Utf8Formatter.TryFormat(number, digits, out var count);
        digits = digits[..count];
        WriteLength(request, (byte)'*', _words.Length);
        foreach (var word in _words)
        {
            WriteLength(request, (byte)'$', word.Length(digits.Length));
            request.Write(word.Before);
            if (word.HasKey) request.Write(digits);
            request.Write(word.After);
            request.Write("\r\n"u8);
        }
    }

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void WriteLength(IBufferWriter<byte> request, byte kind, int length)
    {
        var span = request.GetSpan(Room);
        span[0] = kind;
        Utf8Formatter.TryFormat(length, span[1..], out var count);
        "\r\n"u8.CopyTo(span[(1 + count)..]);
        request.Advance(1 + count + 2);
    }

    private sealed record Word(byte[] Before, byte[] After, bool HasKey)
    {
        public static Word Of(string text)
        {
            var at = text.IndexOf(KeyMark, StringComparison.Ordinal);
            return at < 0
                ? new Word(Encoding.UTF8.GetBytes(text), [], HasKey: false)
                : new Word(
                    Encoding.UTF8.GetBytes(text[..at]),
                    Encoding.UTF8.GetBytes(text[(at + KeyMark.Length)..]),
                    HasKey: true);
        }

        public int Length(int digits) => Before.Length + (HasKey ? digits : 0) + After.Length;
    }
}
