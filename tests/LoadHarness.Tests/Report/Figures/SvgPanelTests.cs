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
            var boxes = root.Descendants(SvgElements.Svg + "text").Select(TextBox.Of).ToList();
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
    public void Every_point_that_is_drawn_has_its_place_and_its_row()
    {
        var panel = Panel(
            Line("a", 0, new DataPoint(1, 10), new DataPoint(2, double.NaN), new DataPoint(4, 30)),
            Line("b", 1, new DataPoint(2, 20)));
        var places = Render(panel).Attribute("data-p")!.Value.Split(';').Select(series => series.Split(' ')).ToList();
        places.Count.ShouldBe(2);
        (places[0].Length, places[1].Length).ShouldBe((6, 3));
        (places[0][0], places[0][3], places[1][0]).ShouldBe(("0", "2", "1"));
        Number(places[0][1]).ShouldBeLessThan(Number(places[1][1]));
        Number(places[1][1]).ShouldBeLessThan(Number(places[0][4]));
        Number(places[0][2]).ShouldBeGreaterThan(Number(places[0][5]));
    }

    [Fact]
    public void Panels_of_a_page_carry_no_numbers_of_points_and_files_do()
    {
        var panel = Panel(Line("a", 0, new DataPoint(8, 10) { Low = 9, High = 11, Note = "odd" }));
        Render(panel).Descendants(SvgElements.Svg + "title").Count().ShouldBe(1);
        new SvgFigureRenderer().Render(FigureOf(panel))
            .ShouldContain("<title>a; Simultaneous clients: 8; 10.0 /s (9.00 /s – 11.0 /s); odd</title>");
    }

    [Fact]
    public void Rules_for_a_page_touch_nothing_but_the_drawings() =>
        new SvgFigureRenderer().PageStyle.Replace("@media screen and (prefers-color-scheme:dark){", "",
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
        new SvgFigureRenderer().RenderPanels(block.Figure, "x").Select(panel => (block, XElement.Parse(panel)));

    private static XElement Render(Panel panel, params IReadOnlyList<LegendEntry> legend) => XElement.Parse(
        new SvgFigureRenderer().RenderPanels(FigureOf(panel) with { Legend = legend }, "x").Single());

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

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
