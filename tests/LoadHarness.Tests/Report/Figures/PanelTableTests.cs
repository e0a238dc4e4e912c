using LoadHarness.Report.Figures;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Tests.Report.Figures;

public class PanelTableTests
{
    private static readonly Panel s_panel = new()
    {
        Title = "lookup",
        X = new Axis("Simultaneous clients", AxisScale.Log2, Quantity.Number),
        Y = new Axis("Latency", AxisScale.Log10, Quantity.Time_us),
        Series =
        [
            new Series { Name = "a", Style = 0, Points = [new(1024, 2000) { Low = 1900, High = 2100 }, new(1, 5)] },
            new Series { Name = "b", Style = 1, Points =
                [new(2, 7) { Note = "invalid: errors" }, new(2, 8), new(3, double.NaN)] },
        ],
    };

    [Fact]
    public void Every_place_has_a_row_in_its_order_and_its_number_in_full()
    {
        var table = new PanelTable(s_panel);
        Enumerable.Range(0, table.Rows).Select(table.Head).ShouldBe(["1", "2", "1024"]);
        (Row(table, 1), Row(table, 2), Row(table, 1024)).ShouldBe((0, 1, 2));
        Row(table, 3).ShouldBeNegative();
    }

    [Fact]
    public void A_cell_has_the_value_its_bar_and_what_is_special_about_it()
    {
        var table = new PanelTable(s_panel);
        table.Caption.ShouldBe("lookup: Latency");
        table.Cell(0, 0).ShouldBe("5.00 µs");
        table.Cell(2, 0).ShouldBe("2.00 ms (1.90 ms – 2.10 ms)");
        table.Cell(1, 0).ShouldBe("");
        table.Cell(1, 1).ShouldBe("7.00 µs; invalid: errors | 8.00 µs");
    }

    [Fact]
    public void Points_whose_places_were_measured_stand_in_the_rows_that_order_them()
    {
        var table = new PanelTable(s_panel with
        {
            X = new Axis("Throughput", AxisScale.Linear, Quantity.Rate_per_s),
            Rows = s_panel.X,
            Series = [new Series { Name = "a", Style = 0, Points =
                [new(1234, 5) { Row = 1 }, new(1229, 9) { Row = 4 }, new(1230, 7) { Row = 2 }] }],
        });
        table.RowsLabel.ShouldBe("Simultaneous clients");
        Enumerable.Range(0, table.Rows).Select(table.Head).ShouldBe(["1", "2", "4"]);
        Enumerable.Range(0, table.Rows).Select(row => table.Cell(row, 0))
            .ShouldBe(["1.23 k/s: 5.00 µs", "1.23 k/s: 7.00 µs", "1.23 k/s: 9.00 µs"]);
        table.RowOf(new DataPoint(1229, 9) { Row = 4 }).ShouldBe(2);
    }

    private static int Row(PanelTable table, double x) => table.RowOf(new DataPoint(x, 1));
}
