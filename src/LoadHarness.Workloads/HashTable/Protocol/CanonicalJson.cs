using System.Buffers;
using System.Globalization;
using System.Text;

namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>
/// JSON in one form: printable ASCII without white space between tokens, strings escaped as Python's <c>json.dumps</c>
/// does.
/// Equal strings have equal bytes, so keys are compared, stored, logged and sent in this form. Numbers stay as they
/// came.
/// </summary>
internal static class CanonicalJson
{
    private static readonly SearchValues<byte> _sameAnywhere = SearchValues.Create(Printable(except: " \\"));
    private static readonly SearchValues<byte> _sameInString = SearchValues.Create(Printable(except: "\"\\"));

    /// <summary>The canonical form of one JSON value that is known to be valid JSON in valid UTF-8.</summary>
    /// <param name="json">The value as received.</param>
    /// <param name="scratch">Cleared and used when the value must be rewritten.</param>
    /// <returns><paramref name="json"/> itself when it is canonical already, else what <paramref name="scratch"/>
    /// holds.</returns>
    internal static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> scratch)
    {
        if (!json.ContainsAnyExcept(_sameAnywhere)) return json;
        scratch.ResetWrittenCount();
        while (!json.IsEmpty)
        {
            var first = json[0];
            if (first == (byte)'"')
            {
                json = json[CopyString(json, scratch)..];
                continue;
            }

            if (first is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) scratch.Write(json[..1]);
            json = json[1..];
        }

        return scratch.WrittenSpan;
    }

    /// <summary>
    /// Decodes a canonical string token, quotes included, to UTF-16; lone surrogates stay what they are.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="text">At least as long as the token.</param>
    /// <returns>Characters written.</returns>
    internal static int Decode(ReadOnlySpan<byte> token, Span<char> text)
    {
        token = token[1..^1];
        var length = 0;
        while (!token.IsEmpty)
        {
            var run = token.IndexOf((byte)'\\');
            if (run < 0) run = token.Length;
            length += Encoding.ASCII.GetChars(token[..run], text[length..]);
            token = token[run..];
            if (token.IsEmpty) break;
            token = token[Unescape(token, out text[length++])..];
        }

        return length;
    }

    private static int CopyString(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> output)
    {
        var position = 1;
        output.Write("\""u8);
        while (true)
        {
            var run = json[position..].IndexOfAnyExcept(_sameInString);
            output.Write(json.Slice(position, run));
            position += run;
            switch (json[position])
            {
                case (byte)'"':
                    output.Write("\""u8);
                    return position + 1;
                case (byte)'\\':
                    position += Unescape(json[position..], out var character);
                    WriteCharacter(character, output);
                    break;
                default:
                    Rune.DecodeFromUtf8(json[position..], out var rune, out var length);
                    position += length;
                    WriteRune(rune, output);
                    break;
            }
        }
    }

    private static int Unescape(ReadOnlySpan<byte> escape, out char character)
    {
        character = escape[1] switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'u' =>
                (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            var itself => (char)itself,
        };
        return escape[1] == (byte)'u' ? 6 : 2;
    }

    private static void WriteRune(Rune rune, ArrayBufferWriter<byte> output)
    {
        Span<char> characters = stackalloc char[2];
        foreach (var character in characters[..rune.EncodeToUtf16(characters)]) WriteCharacter(character, output);
    }

    private static void WriteCharacter(char character, ArrayBufferWriter<byte> output)
    {
        switch (character)
        {
            case '"': output.Write("\\\""u8); break;
            case '\\': output.Write("\\\\"u8); break;
            case '\b': output.Write("\\b"u8); break;
            case '\f': output.Write("\\f"u8); break;
            case '\n': output.Write("\\n"u8); break;
            case '\r': output.Write("\\r"u8); break;
            case '\t': output.Write("\\t"u8); break;
            case >= ' ' and <= '~': output.Write([(byte)character]); break;
            default:
                var escape = output.GetSpan(6);
                "\\u"u8.CopyTo(escape);
                ((ushort)character).TryFormat(escape[2..], out _, "x4", CultureInfo.InvariantCulture);
                output.Advance(6);
                break;
        }
    }

    private static byte[] Printable(string except) =>
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (byte)code)
            .Where(code => !except.Contains((char)code))];
}
