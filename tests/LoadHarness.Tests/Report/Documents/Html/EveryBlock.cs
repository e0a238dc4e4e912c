using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Tables;

namespace LoadHarness.Tests.Report.Documents.Html;

/// <summary>A small report with every kind of block, and one name from the data in every place that can hold
/// one.</summary>
internal static class EveryBlock
{
    public static IReadOnlyList<Block> With(string name) =>
    [
        new HeadingBlock(1, $"Report about {name}"),
        new ParagraphBlock($"Made from {name} with `code`."),
        new WarningBlock($"The run {name} was interrupted."),
        new HeadingBlock(2, $"1. The answer for {name}"),
        new ListBlock(
        [
            new ListItem(name, $"{name} levels out.")
            {
                See = [Anchor.Row("answer", name), Anchor.Figure("sample"), Anchor.Figure("absent")],
            },
            new ListItem("", "No lead."),
        ]),
        new TableBlock(new ReportTable(
            [new TableColumn("Model " + name, false), new TableColumn("Capacity", true)],
            [[name, "5.12 k (5.02 k – 5.22 k)"], [name, "twice"]])) { Name = "answer" },
        new HeadingBlock(3, name),
        new FigureBlock("sample", FigureWith(name), $"What {name} shows."),
        new HeadingBlock(3, name),
        new CodeBlock($"serve --model {name}\nnext", "sh"),
        new DetailsBlock(name, [new TableBlock(new ReportTable([new TableColumn("`n`", true)], [["1"], ["2"]]))]),
    ];

    private static Figure FigureWith(string name) => new()
    {
        Title = $"{name}: throughput",
        Subtitle = $"Read {name} so.",
        Description = $"Lines of {name}.",
        Columns = 2,
        PlotHeight = 100,
        Panels = [PanelWith(name), PanelWith(name) with { Series = [], Lanes = [], Bands = [], Marks = [] }],
        Legend =
        [
            new LegendEntry(name, 0, LineKind.Solid, PointMark.Filled),
            new LegendEntry("invalid", -1, LineKind.None, PointMark.Hollow),
            new LegendEntry("checkpoint", -1, LineKind.None, Mark: null) { IsEventMark = true },
            new LegendEntry("capacity", -1, LineKind.None, Mark: null) { IsBand = true },
        ],
    };

    private static Panel PanelWith(string name) => new()
    {
        Title = name,
        X = new Axis("Simultaneous clients", AxisScale.Log2, Quantity.Number),
        Y = new Axis($"Throughput of {name}", AxisScale.Linear, Quantity.Rate_per_s),
        Series =
        [
            new Series
            {
                Name = name,
                Style = 0,
                Points =
                [
                    new DataPoint(1, 900) { Low = 850, High = 950 },
                    new DataPoint(2, double.NaN),
                    new DataPoint(4, 3000) { Mark = PointMark.Hollow, Note = $"invalid because of {name}" },
                ],
            },
        ],
        Lanes = [new Lane(0, 1, 4, name), new Lane(0, double.NaN, 4, name)],
        Bands = [new Band(0, 2, 4, 2900, 3100)],
        Marks = [new EventMark(3, name)],
        ReferenceLines = [new ReferenceLine(2000, name)],
    };
}
