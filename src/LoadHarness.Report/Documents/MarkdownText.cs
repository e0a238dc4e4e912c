using System.Net;
using System.Text;

namespace LoadHarness.Report.Documents;

/// <summary>Plain text made safe for Markdown, so that no name from the data can change the report's form.</summary>
internal static class MarkdownText
{
    /// <summary>Escapes what Markdown or HTML would read as a sign; keeps code between backticks as it is; makes one
    /// line of it.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        var isCode = false;
        var hasEnd = text.Count(c => c == '`') % 2 == 0;
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c == '`' && hasEnd) isCode = !isCode;
            else if (!isCode && IsSign(c)) result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
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
