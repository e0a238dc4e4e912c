using System.Globalization;
using System.Text;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// Colours and type. Two sets of colours, light and dark, chosen by the reader's preference inside the file; each keeps
/// its
/// hues apart for the common kinds of colour blindness (blue, orange, green, purple, after Okabe and Ito, Color
/// Universal Design, 2008,
/// shifted for contrast) and every series also has its own marker shape. Programs that ignore media queries show the
/// light set.
/// </summary>
internal static class SvgTheme
{
    public const double TitleSize = 17;
    public const double TextSize = 13;
    public const double PanelTitleSize = 14;
    public const double TickSize = 12;

    /// <summary>Number of different colours; styles beyond it start again, with other marker shapes.</summary>
    public const int Colours = 6;

    private static readonly string[] _light = ["#0067a5", "#c14a09", "#007a55", "#94468f", "#7a6200", "#3f4854"];
    private static readonly string[] _dark = ["#5cb8f2", "#ff9b54", "#3fd29b", "#e29fdc", "#e2cb55", "#c3ccd6"];

    /// <summary>The style sheet of every figure.</summary>
    public static string StyleSheet()
    {
        var css = new StringBuilder();
        css.Append("text{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica "
            + "Neue\",Arial,sans-serif;font-size:13px}");
        css.Append(".title{font-size:17px;font-weight:600}.ptitle{font-size:14px;font-weight:600}");
        css.Append(".tick,.lanetext{font-size:12px}");
        css.Append(".line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}.bar{stroke-width:1.4}");
        css.Append(".dash{stroke-dasharray:7 5}.dot{stroke-dasharray:1 4;stroke-width:1.6}.ref{stroke-dasharray:5 "
            + "4;stroke-width:1.2}");
        css.Append(".mark{stroke-width:1.6;stroke-linejoin:round}.soft{fill-opacity:.22}.lane{fill-opacity:.3}");
        css.Append(".grid{stroke-width:1}.axis{stroke-width:1.2}.event{stroke-width:1.2;stroke-dasharray:2 3}");
        Colouring(css, "#ffffff", "#d5dbe1", "#1f2328", "#57606a", "#e6eaee", "#8b949e", _light);
        css.Append("@media (prefers-color-scheme:dark){");
        Colouring(css, "#0d1117", "#30363d", "#e6edf3", "#9da7b3", "#262c36", "#6e7681", _dark);
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
        StringBuilder css, string back, string border, string text, string muted, string grid, string axis,
            string[] colours)
    {
        css.Append(CultureInfo.InvariantCulture,
            $".back{{fill:{back};stroke:{border}}}text{{fill:{text}}}.muted,.tick{{fill:{muted}}}");
        css.Append(CultureInfo.InvariantCulture,
            $".grid{{stroke:{grid}}}.axis{{stroke:{axis}}}.ref,.event{{stroke:{muted}}}");
        css.Append(CultureInfo.InvariantCulture, $".sn{{stroke:{muted}}}.fn{{fill:{muted}}}.hollow{{fill:{back}}}");
        for (var i = 0; i < colours.Length; i++)
            css.Append(CultureInfo.InvariantCulture, $".s{i}{{stroke:{colours[i]}}}.f{i}{{fill:{colours[i]}}}");
    }
}
