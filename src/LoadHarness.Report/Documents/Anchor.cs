using System.Text;

namespace LoadHarness.Report.Documents;

/// <summary>Names of the places of a report that other places point at.</summary>
public static class Anchor
{
    /// <summary>A figure.</summary>
    /// <param name="name">Its <see cref="FigureBlock.Name"/>.</param>
    public static string Figure(string name) => "figure-" + Slug(name);

    /// <summary>The first row of a table that begins with a text.</summary>
    /// <param name="table">The table's <see cref="TableBlock.Name"/>.</param>
    /// <param name="firstCell">Text of the row's first cell.</param>
    public static string Row(string table, string firstCell) => $"row-{Slug(table)}-{Slug(firstCell)}";

    /// <summary>A part of the report.</summary>
    /// <param name="heading">The text of its heading.</param>
    public static string Part(string heading) => "part-" + Slug(heading);

    /// <summary>Small letters and digits of ASCII, with a dash for everything between.</summary>
    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
