using System.Globalization;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// Which entries of the legend stand for what is drawn. A thing stands under all of them: a dotted line of a model
/// under the model and under what dots mean.
/// </summary>
internal static class LegendLinks
{
    /// <summary>The links of a series.</summary>
    public static XAttribute? Of(IReadOnlyList<LegendEntry> legend, Series series) =>
        Attribute(legend, entry => IsLine(entry) && (entry.Style < 0
            ? (entry.Mark is null or PointMark.Down) && entry.Line == series.Line
            : entry.Style == series.Style && (entry.Line == series.Line || IsAlone(legend, entry))));

    /// <summary>The links of a shaded rectangle.</summary>
    public static XAttribute? Of(IReadOnlyList<LegendEntry> legend, Band band) => Attribute(legend, entry =>
        (entry.IsBand && entry.Style < 0) || IsOfStyle(entry, band.Style));

    /// <summary>The links of a bar above the plot.</summary>
    public static XAttribute? Of(IReadOnlyList<LegendEntry> legend, Lane lane) =>
        Attribute(legend, entry => !entry.IsBand && IsOfStyle(entry, lane.Style));

    /// <summary>The links of an event mark.</summary>
    public static XAttribute? OfMarks(IReadOnlyList<LegendEntry> legend) =>
        Attribute(legend, entry => entry.IsEventMark);

    private static bool IsLine(LegendEntry entry) => entry is { IsBand: false, IsEventMark: false };

    private static bool IsOfStyle(LegendEntry entry, int style) =>
        entry.Style >= 0 && entry.Style == style && !entry.IsEventMark;

    private static bool IsAlone(IReadOnlyList<LegendEntry> legend, LegendEntry entry) =>
        legend.Count(other => IsLine(other) && other.Style == entry.Style) == 1;

    private static XAttribute? Attribute(IReadOnlyList<LegendEntry> legend, Func<LegendEntry, bool> stands)
    {
        var links = legend.Index().Where(entry => stands(entry.Item))
            .Select(entry => entry.Index.ToString(CultureInfo.InvariantCulture)).ToList();
        return links.Count == 0 ? null : new XAttribute("data-l", string.Join(' ', links));
    }
}
