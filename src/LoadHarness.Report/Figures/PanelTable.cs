using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Figures;

/// <summary>
/// The numbers behind a panel: one row for each place on the horizontal axis or for each of <see cref="Panel.Rows"/>,
/// one column for each series. It stands in for the drawing where nobody can see it, and a page looks the numbers of a
/// point up here.
/// </summary>
internal sealed class PanelTable
{
    private readonly Panel _panel;
    private readonly List<double> _places;
    private readonly List<ILookup<double, DataPoint>> _points;

    /// <summary>Gathers the numbers of a panel.</summary>
    public PanelTable(Panel panel)
    {
        _panel = panel;
        _points =
        [
            .. panel.Series.Select(series => series.Points
                .Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToLookup(PlaceOf)),
        ];
        _places = [.. _points.SelectMany(points => points.Select(group => group.Key)).Distinct().Order()];
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _places.Count;

    /// <summary>What the rows and the cells measure.</summary>
    public string Caption => _panel.Title.Length == 0 ? _panel.Y.Label : $"{_panel.Title}: {_panel.Y.Label}";

    /// <summary>What the heads of the rows are.</summary>
    public string RowsLabel => (_panel.Rows ?? _panel.X).Label;

    /// <summary>The row of a point, or a negative number when there is none.</summary>
    public int RowOf(DataPoint point) => _places.BinarySearch(PlaceOf(point));

    /// <summary>The head of a row.</summary>
    public string Head(int row) => PointText.Place(_places[row], _panel.Rows ?? _panel.X);

    /// <summary>What a series has at the place of a row; empty: nothing.</summary>
    public string Cell(int row, int series) => string.Join(" | ", _points[series][_places[row]]
        .Select(point => _panel.Rows is null
            ? PointText.Value(point, _panel.Y.Quantity)
            : $"{NumberText.Of(point.X, _panel.X.Quantity)}: {PointText.Value(point, _panel.Y.Quantity)}"));

    private double PlaceOf(DataPoint point) => _panel.Rows is null ? point.X : point.Row;
}
