using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Figures;

/// <summary>The numbers of a point in words: what a reader gets who asks for them.</summary>
public static class PointText
{
    /// <summary>The value with the ends of its bar and what is special about it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="quantity">What its value is.</param>
    public static string Value(DataPoint point, Quantity quantity)
    {
        var text = NumberText.Of(point.Y, quantity);
        if (double.IsFinite(point.Low) && double.IsFinite(point.High))
            text += $" ({NumberText.Of(point.Low, quantity)} – {NumberText.Of(point.High, quantity)})";
        return point.Note.Length == 0 ? text : $"{text}; {point.Note}";
    }

    /// <summary>The place on the horizontal axis.</summary>
    /// <param name="x">Where.</param>
    /// <param name="axis">The axis.</param>
    public static string Place(double x, Axis axis) => NumberText.Tick(x, axis.Quantity);

    /// <summary>All of it in one line: whose point, where, and how much.</summary>
    /// <param name="panel">The panel it stands in.</param>
    /// <param name="series">The series it belongs to.</param>
    /// <param name="point">The point.</param>
    public static string Line(Panel panel, Series series, DataPoint point)
    {
        var row = panel.Rows is { } rows ? $"; {rows.Label}: {Place(point.Row, rows)}" : "";
        return $"{series.Name}{row}; {panel.X.Label}: {Place(point.X, panel.X)}; {Value(point, panel.Y.Quantity)}";
    }
}
