namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// How wide a text will be at most. The reader's font is unknown, so the widths are those of a wide one (Verdana's
/// family), rounded up.
/// </summary>
internal static class TextWidth
{
    /// <summary>Estimate, px.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Font size, px.</param>
    public static double Of(string text, double size)
    {
        var ems = 0.0;
        foreach (var c in text) ems += Em(c);
        return ems * size;
    }

    /// <summary>Breaks a text at spaces into lines no wider than <paramref name="width"/>; a word wider than that stays
    /// whole.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Of(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    private static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.36,
        ' ' or 'f' or 't' or 'r' or '(' or ')' or '/' or '-' => 0.42,
        'm' or 'w' or 'M' or 'W' or '%' or '…' => 0.98,
        '−' => 0.82,
        >= 'A' and <= 'Z' => 0.72,
        _ => 0.62,
    };
}
