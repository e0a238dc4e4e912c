using System.Globalization;
using System.Text;

namespace LoadHarness.Workloads.Shared;

/// <summary>Bytes written as text: UTF-8, with \n, \r, \t, \\ and \xHH for those that cannot be typed.</summary>
internal static class EscapedText
{
    private const int HexDigits = 2;

    /// <summary>What is wrong with a text; nothing when it can be read.</summary>
    public static IReadOnlyList<string> Check(string text) => TryRead(text, out _, out var problem) ? [] : [problem];

    /// <summary>The bytes of a text that was checked.</summary>
    /// <exception cref="FormatException">It was not, and is wrong.</exception>
    public static byte[] Read(string text) =>
        TryRead(text, out var bytes, out var problem) ? bytes : throw new FormatException(problem);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="problem">What is wrong with it, one line; empty when nothing.</param>
    public static bool TryRead(string text, out byte[] bytes, out string problem)
    {
        var read = new List<byte>();
        (bytes, problem) = ([], "");
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '\\')
            {
                var end = text.IndexOf('\\', at);
                if (end < 0) end = text.Length;
                read.AddRange(Encoding.UTF8.GetBytes(text[at..end]));
                at = end;
            }
            else if (TryEscape(text.AsSpan(at + 1), out var value, out var length))
            {
                read.Add(value);
                at += 1 + length;
            }
            else
            {
                problem = $@"'{text[at..Math.Min(text.Length, at + 4)]}' is no escape; there are \n \r \t \\ and \xHH";
                return false;
            }
        }

        bytes = [.. read];
        return true;
    }

    private static bool TryEscape(ReadOnlySpan<char> text, out byte value, out int length)
    {
        (value, length) = (0, 1);
        if (text.IsEmpty) return false;
        if (text[0] == 'x')
        {
            length = 1 + HexDigits;
            return text.Length >= length && byte.TryParse(
                text[1..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        }

        value = text[0] switch
        {
            'n' => (byte)'\n',
            'r' => (byte)'\r',
            't' => (byte)'\t',
            '\\' => (byte)'\\',
            _ => 0,
        };
        return value != 0;
    }
}
