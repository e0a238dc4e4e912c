namespace LoadHarness.Tests.Report.Documents;

/// <summary>
/// Looks at Markdown as its readers do: backslashes, and code between rows of as many backticks. By the rules of
/// CommonMark 0.31, sections 2.4 and 6.1, and independent of what writes the report.
/// </summary>
internal static class RawMarkup
{
    /// <summary>True when the words stand where a reader takes them for markup.</summary>
    public static bool Has(string markdown, string words)
    {
        for (var at = 0; at < markdown.Length;)
        {
            var row = Row(markdown, at);
            if (row > 0) at = EndOfCode(markdown, at + row, row) is > 0 and var end ? end : at + row;
            else if (markdown[at] == '\\') at += 2;
            else if (markdown.AsSpan(at).StartsWith(words, StringComparison.Ordinal)) return true;
            else at++;
        }

        return false;
    }

    private static int Row(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && text[at + count] == '`') count++;
        return count;
    }

    private static int EndOfCode(string text, int from, int row)
    {
        for (var at = from; at < text.Length;)
        {
            var length = Row(text, at);
            if (length == row) return at + length;
            at += Math.Max(1, length);
        }

        return 0;
    }
}
