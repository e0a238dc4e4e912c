using System.Globalization;
using System.Text;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// Colours and type. Two sets of colours, light and dark, chosen by the reader's preference inside the file. The first
/// four of each keep their hues apart for the common kinds of colour blindness (blue, orange, green, purple, after
/// Okabe and Ito, Color Universal Design, 2008, shifted for contrast), and every series also has its own marker shape.
/// Programs that ignore media queries show the light set.
/// </summary>
internal static class SvgTheme
{
    public const double TitleSize = 17;
    public const double TextSize = 13;
    public const double PanelTitleSize = 14;
    public const double TickSize = 12;

    /// <summary>Number of different colours; styles beyond it start again, with other marker shapes.</summary>
    public const int Colours = 8;

    private static readonly string[] _light =
        ["#0067a5", "#c14a09", "#007a55", "#94468f", "#7a6200", "#3f4854", "#00737f", "#c2185b"];
    private static readonly string[] _dark =
        ["#5cb8f2", "#ff9b54", "#3fd29b", "#e29fdc", "#e2cb55", "#c3ccd6", "#63d3da", "#ff8ab5"];

    private static readonly (string Selectors, string Rules)[] _shapes =
    [
        ("text", "font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;"
            + "font-size:13px"),
        (".title", "font-size:17px;font-weight:600"),
        (".ptitle", "font-size:14px;font-weight:600"),
        (".tick,.ticks text,.lanetext", "font-size:12px"),
        (".series", "fill:none"),
        (".line", "fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round"),
        (".bar", "fill:none;stroke-width:1.4"),
        (".dash", "stroke-dasharray:7 5"),
        (".dot", "stroke-dasharray:1 4;stroke-width:1.6"),
        (".ref", "stroke-dasharray:5 4;stroke-width:1.2"),
        (".mark", "stroke-width:1.6;stroke-linejoin:round"),
        (".soft", "fill-opacity:.22"),
        (".lane", "fill-opacity:.3"),
        (".grid", "fill:none;stroke-width:1"),
        (".axis", "fill:none;stroke-width:1.2"),
        (".event", "stroke-width:1.2;stroke-dasharray:2 3"),
    ];

    /// <summary>The style sheet of figures.</summary>
    /// <param name="scope">Selector of the elements that the rules are for; empty: the whole file.</param>
    public static string StyleSheet(string scope = "")
    {
        var css = new StringBuilder();
        foreach (var (selectors, rules) in _shapes) Rule(css, scope, selectors, rules);
        Colouring(css, scope, "#ffffff", "#d5dbe1", "#1f2328", "#57606a", "#e6eaee", "#8b949e", _light);
        css.Append("@media screen and (prefers-color-scheme:dark){");
        Colouring(css, scope, "#0d1117", "#30363d", "#e6edf3", "#9da7b3", "#262c36", "#6e7681", _dark);
        css.Append('}');
        return css.ToString();
    }

    /// <summary>Class that colours lines.</summary>
    public static string Stroke(int style) =>
        style < 0 ? "sn" : "s" + (style % Colours).ToString(CultureInfo.InvariantCulture);

    /// <summary>Class that colours areas.</summary>
    public static string Fill(int style) =>
        style < 0 ? "fn" : "f" + (style % Colours).ToString(CultureInfo.InvariantCulture);

    private static void Colouring(
        StringBuilder css, string scope, string back, string border, string text, string muted, string grid,
        string axis, string[] colours)
    {
        Rule(css, scope, ".back", $"fill:{back};stroke:{border}");
        Rule(css, scope, "text", "fill:" + text);
        Rule(css, scope, ".muted,.tick,.ticks text,.fn", "fill:" + muted);
        Rule(css, scope, ".grid", "stroke:" + grid);
        Rule(css, scope, ".axis", "stroke:" + axis);
        Rule(css, scope, ".ref,.event,.sn", "stroke:" + muted);
        for (var i = 0; i < colours.Length; i++)
        {
            Rule(css, scope, "." + Stroke(i), "stroke:" + colours[i]);
            Rule(css, scope, "." + Fill(i), "fill:" + colours[i]);
        }

        Rule(css, scope, ".hollow", "fill:" + back);
    }

    private static void Rule(StringBuilder css, string scope, string selectors, string rules)
    {
        var scoped = scope.Length == 0 ? selectors
            : string.Join(',', selectors.Split(',').Select(selector => scope + " " + selector));
        css.Append(scoped).Append('{').Append(rules).Append('}');
    }
}
