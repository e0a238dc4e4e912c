using System.Net;
using System.Text.RegularExpressions;

using LoadHarness.Report.Documents;
using LoadHarness.Report.Documents.Html;
using LoadHarness.Report.Figures.Svg;

namespace LoadHarness.Tests.Report.Documents.Html;

/// <summary>A page as its tests look at it.</summary>
/// <param name="Html">All of it.</param>
internal sealed partial record HtmlPage(string Html)
{
    private const int Timeout_ms = 10_000;

    public static HtmlPage Of(IReadOnlyList<Block> blocks) =>
        new(HtmlWriter.Write(blocks, new SvgFigureRenderer()));

    /// <summary>Its tags with the names of their attributes and without their values. Code is left out: any text may
    /// have some.</summary>
    public string Form => string.Join('\n', Tag().Matches(Html).Select(tag => Value().Replace(tag.Value, "\"\""))
        .Where(tag => tag is not "<code>" and not "</code>"));

    /// <summary>What a reader sees of the main part, without its drawings.</summary>
    public string Text => WebUtility.HtmlDecode(Tag().Replace(Drawing().Replace(Between("<main", "</main>"), ""), "\t"))
        .Replace("\t", "", StringComparison.Ordinal);

    public IReadOnlyList<string> Identifiers => ValuesOf(Identifier());

    public IReadOnlyList<string> Links => ValuesOf(Link());

    public string Between(string from, string to)
    {
        var start = Html.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return Html[start..Html.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private List<string> ValuesOf(Regex attribute) =>
        [.. attribute.Matches(Html).Select(match => WebUtility.HtmlDecode(match.Groups["value"].Value))];

    [GeneratedRegex("<[a-zA-Z/!][^>]*>", RegexOptions.CultureInvariant, Timeout_ms)]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant, Timeout_ms)]
    private static partial Regex Value();

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.CultureInvariant | RegexOptions.Singleline, Timeout_ms)]
    private static partial Regex Drawing();

    [GeneratedRegex(" id=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, Timeout_ms)]
    private static partial Regex Identifier();

    [GeneratedRegex(" href=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, Timeout_ms)]
    private static partial Regex Link();
}
