using System.Globalization;
using System.Xml.Linq;

using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Figures.Svg;

namespace LoadHarness.Tests.Report.Figures;

public class SvgPanelTests
{
    private static readonly Lazy<IReadOnlyList<FigureBlock>> s_figures = new(() =>
        [.. ReportComposer.Compose(
            [Analyser.Analyse(SyntheticRun.NumberList()), Analyser.Analyse(SyntheticRun.Hashtable())], [])
                .OfType<FigureBlock>()]);

    [Fact]
    public void No_two_texts_of_a_panel_touch_and_none_is_cut()
    {
        foreach (var (block, root) in s_figures.Value.SelectMany(Panels))
        {
            var size = root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToList();
            var boxes = root.Descendants("text").Select(TextBox.Of).ToList();
            boxes.ShouldNotBeEmpty();
            foreach (var box in boxes)
                box.IsInside(size[2], size[3]).ShouldBeTrue($"{block.Name}: '{box.Text}' is cut");
            for (var i = 0; i < boxes.Count; i++)
            {
                for (var j = i + 1; j < boxes.Count; j++)
                    boxes[i].Touches(boxes[j])
                        .ShouldBeFalse($"{block.Name}: '{boxes[i].Text}' and '{boxes[j].Text}' touch");
            }
        }
    }

    [Fact]
    public void Every_point_that_is_drawn_is_a_corner_with_its_row()
    {
        var panel = Panel(
            Line("a", 0, new DataPoint(1, 10), new DataPoint(2, double.NaN), new DataPoint(4, 30)),
            Line("b", 1, new DataPoint(2, 20)));
        var paths = Points(Render(panel));
        paths.Select(path => path.Rows).ShouldBe(["0 2", "1"]);
        var (a, b) = (paths[0].Corners, paths[1].Corners);
        (a.Count, b.Count).ShouldBe((2, 1));
        a[0].X.ShouldBeLessThan(b[0].X);
        b[0].X.ShouldBeLessThan(a[1].X);
        a[0].Y.ShouldBeGreaterThan(a[1].Y);
    }

    [Fact]
    public void A_line_through_points_of_one_kind_carries_their_marks_and_others_stand_apart()
    {
        var line = Line("a", 0, new DataPoint(1, 10), new DataPoint(2, 20), new DataPoint(4, 30));
        Points(Render(Panel(line))).Select(path => (path.Class, path.Rows)).ShouldBe([("line s0 m0", "0-2")]);
        var mixed = line with { Points = [line.Points[0], line.Points[1] with { Mark = PointMark.Hollow }] };
        Points(Render(Panel(mixed))).Select(path => (path.Class, path.Rows)).ShouldBe([("m0", "0"), ("m0h", "1")]);
        var law = line with { Markers = false, Line = LineKind.Dotted };
        Points(Render(Panel(law))).Select(path => (path.Class, path.Rows)).ShouldBe([("line s0 dot", "0-2")]);
        var dropped = line with { Points = [line.Points[0], line.Points[1] with { Mark = PointMark.Cross }] };
        Points(Render(Panel(dropped))).Select(path => (path.Class, path.Rows)).ShouldBe([("m0", "0"), ("m0c", "1")]);
    }

    [Fact]
    public void A_page_has_every_mark_that_its_drawings_use_once()
    {
        var figures = s_figures.Value.Select(block => block.Figure).ToList();
        var renderer = new SvgFigureRenderer();
        var shared = renderer.RenderShared(figures);
        var marks = XElement.Parse(shared.Markup).Elements("marker").Select(mark => mark.Attribute("id")!.Value)
            .ToList();
        marks.ShouldBeUnique(StringComparer.Ordinal);
        marks.ShouldAllBe(mark => shared.Style.Contains($".{mark}{{marker:url(#{mark})}}", StringComparison.Ordinal));
        var drawings = figures.SelectMany(renderer.RenderPanels)
            .Concat(figures.SelectMany(figure => figure.Legend).Select(renderer.RenderKey));
        drawings.SelectMany(drawing => XElement.Parse(drawing).Descendants().Attributes("class"))
            .SelectMany(css => css.Value.Split(' '))
            .Where(css => css.Length > 1 && css[0] == 'm' && (char.IsAsciiDigit(css[1]) || css[1] == 'n'))
            .ShouldAllBe(css => marks.Contains(css, StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_one_behind_the_other_are_written_as_a_run()
    {
        RowRuns.Of([]).ShouldBe("");
        RowRuns.Of([3]).ShouldBe("3");
        RowRuns.Of([0, 1, 2, 4, 6, 7, 5, 5]).ShouldBe("0-2 4 6-7 5 5");
    }

    [Fact]
    public void Panels_of_a_page_carry_no_numbers_of_points_and_files_do()
    {
        var panel = Panel(Line("a", 0, new DataPoint(8, 10) { Low = 9, High = 11, Note = "odd" }));
        Render(panel).Descendants("title").ShouldBeEmpty();
        new SvgFigureRenderer().Render(FigureOf(panel))
            .ShouldContain("<title>a; Simultaneous clients: 8; 10.0 /s (9.00 /s – 11.0 /s); odd</title>");
    }

    [Fact]
    public void Rules_for_a_page_touch_nothing_but_the_drawings() =>
        new SvgFigureRenderer().RenderShared([]).Style.Replace("@media screen and (prefers-color-scheme:dark){", "",
            StringComparison.Ordinal).Split('}', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(rule => rule.Split('{')[0].Split(','))
            .ShouldAllBe(selector => selector.StartsWith(".plot ", StringComparison.Ordinal));

    [Fact]
    public void A_panel_is_linked_to_the_entries_of_its_legend()
    {
        var panel = Panel(
            Line("a", 0, new DataPoint(1, 1)), Line("b", 1, new DataPoint(1, 1)),
            Line("a, by law", 0, new DataPoint(1, 1)) with { Line = LineKind.Dotted }) with
        {
            Bands = [new Band(1, 1, 2, 1, 2)],
            Lanes = [new Lane(0, 1, 2, "a levels out")],
            Marks = [new EventMark(1, "checkpoint")],
        };
        LegendEntry[] legend =
        [
            new("a", 0, LineKind.Solid, PointMark.Filled), new("b", 1, LineKind.Solid, PointMark.Filled),
            new("by law", -1, LineKind.Dotted, Mark: null), new("invalid", -1, LineKind.None, PointMark.Hollow),
            new("checkpoint", -1, LineKind.None, Mark: null) { IsEventMark = true },
            new("capacity", -1, LineKind.None, Mark: null) { IsBand = true },
        ];
        LinksOf(Render(panel, legend)).ShouldBe(["0", "1 5", "4", "0", "1", "0 2"]);
    }

    [Fact]
    public void Two_entries_of_one_colour_are_told_apart_by_their_lines()
    {
        var panel = Panel(
            Line("a", 0, new DataPoint(1, 1)), Line("a, sent", 0, new DataPoint(1, 1)) with { Line = LineKind.Dashed });
        LegendEntry[] legend =
        [
            new("a", 0, LineKind.Solid, PointMark.Filled), new("a, sent", 0, LineKind.Dashed, PointMark.Filled),
        ];
        LinksOf(Render(panel, legend)).ShouldBe(["0", "1"]);
    }

    private static IEnumerable<string> LinksOf(XElement root) =>
        root.Descendants().Attributes("data-l").Select(link => link.Value);

    private static IEnumerable<(FigureBlock Block, XElement Root)> Panels(FigureBlock block) =>
        new SvgFigureRenderer().RenderPanels(block.Figure).Select(panel => (block, XElement.Parse(panel)));

    private static XElement Render(Panel panel, params IReadOnlyList<LegendEntry> legend) => XElement.Parse(
        new SvgFigureRenderer().RenderPanels(FigureOf(panel) with { Legend = legend }).Single());

    private static Figure FigureOf(Panel panel) => new() { Title = "t", Description = "d", Panels = [panel] };

    private static Panel Panel(params IReadOnlyList<Series> series) => new()
    {
        Title = "p",
        X = new Axis("Simultaneous clients", AxisScale.Log2, Quantity.Number),
        Y = new Axis("Throughput", AxisScale.Linear, Quantity.Rate_per_s),
        Series = series,
    };

    private static Series Line(string name, int style, params IReadOnlyList<DataPoint> points) =>
        new() { Name = name, Style = style, Points = points };

    private static List<(string Class, string Rows, List<(double X, double Y)> Corners)> Points(XElement root) =>
    [
        .. root.Descendants().Where(path => path.Attribute("data-r") is not null).Select(path => (
            path.Attribute("class")!.Value,
            path.Attribute("data-r")!.Value,
            path.Attribute("d")!.Value.Split('M', 'L')[1..].Select(corner => corner.Split(' '))
                .Select(corner => (Number(corner[0]), Number(corner[1]))).ToList())),
    ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
