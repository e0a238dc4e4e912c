using System.Net;
using System.Text;

namespace LoadHarness.Report.Documents;

/// <summary>Plain text made safe for Markdown, so that no name from the data can change the report's form.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// Escapes what Markdown or HTML would read as a sign; keeps code between backticks as it is; makes one line of it.
    /// Code ends, as Markdown has it, at the next row of as many backticks as it began with; a row without such an end
    /// begins none.
    /// </summary>
    public static string Escape(string text)
    {
        text = text.ReplaceLineEndings(" ");
        var result = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var row = RowAt(text, at);
            var end = row > 0 ? EndOfCode(text, at + row, row) : at;
            if (row > 0 && end > 0)
            {
                result.Append(text, at, end - at);
                at = end;
                continue;
            }

            for (var last = at + Math.Max(1, row); at < last; at++)
            {
                if (IsSign(text[at])) result.Append('\\');
                result.Append(text[at]);
            }
        }

        return result.ToString();
    }

    /// <summary>Backticks from a place on.</summary>
    private static int RowAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`') end++;
        return end - at;
    }

    /// <summary>The place behind the next row of exactly so many backticks; 0 when there is none.</summary>
    private static int EndOfCode(string text, int from, int row)
    {
        for (var at = from; at < text.Length; at++)
        {
            var length = RowAt(text, at);
            if (length == row) return at + length;
            at += length;
        }

        return 0;
    }

    private static bool IsSign(char c) =>
        c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '~' or '`' or '$';

    /// <summary>The text of a table's cell: pipes would end it, also inside code.</summary>
    public static string Cell(string text) => Escape(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>The text inside an HTML element; code between backticks becomes plain.</summary>
    public static string Html(string text) =>
        WebUtility.HtmlEncode(text.Replace("`", "", StringComparison.Ordinal).ReplaceLineEndings(" "));

    /// <summary>A fence longer than any run of backticks in the text.</summary>
    public static string Fence(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(3, longest + 1));
    }
}
