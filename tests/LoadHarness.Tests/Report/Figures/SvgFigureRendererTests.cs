using System.Globalization;
using System.Xml.Linq;

using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Figures.Svg;

namespace LoadHarness.Tests.Report.Figures;

public class SvgFigureRendererTests
{
    private static readonly string[] s_workloads = ["number-list", "hashtable"];
    private static readonly string[] s_kinds = ["throughput", "gain", "latency", "latency-throughput", "spectrum",
        "clients", "cpu", "cpu-per-operation", "resources", "windows"];

    private static readonly Lazy<IReadOnlyList<FigureBlock>> s_figures = new(() =>
        [.. ReportComposer.Compose(
            [Analyser.Analyse(SyntheticRun.NumberList()), Analyser.Analyse(SyntheticRun.Hashtable())], [])
                .OfType<FigureBlock>()]);

    [Fact]
    public void Every_workload_has_all_its_figures() => s_figures.Value.Select(figure => figure.Name).ShouldBe(
        from workload in s_workloads
        from kind in s_kinds
        select workload + "-" + kind);

    [Fact]
    public void A_figure_looks_as_it_did()
    {
        Golden.ShouldMatch(Render("hashtable-throughput"), "../hashtable-throughput.golden.svg");
        Golden.ShouldMatch(Render("number-list-windows"), "../number-list-windows.golden.svg");
    }

    [Fact]
    public void Figures_are_the_same_where_a_comma_is_the_decimal_point()
    {
        foreach (var figure in s_figures.Value)
        {
            var other = InCulture.WithComma(() => new SvgFigureRenderer().Render(figure.Figure));
            other.ShouldBe(new SvgFigureRenderer().Render(figure.Figure));
        }
    }

    [Fact]
    public void A_figure_stands_alone_and_speaks_to_screen_readers()
    {
        foreach (var figure in s_figures.Value)
        {
            var root = XDocument.Parse(new SvgFigureRenderer().Render(figure.Figure)).Root!;
            root.Attribute("viewBox")!.Value.ShouldStartWith("0 0 960 ");
            root.Element(SvgElements.Svg + "title")!.Value.ShouldBe(figure.Figure.Title);
            root.Element(SvgElements.Svg + "desc")!.Value.ShouldNotBeEmpty();
            root.Element(SvgElements.Svg + "style")!.Value.ShouldContain("prefers-color-scheme:dark");
            root.DescendantNodes()
                .ShouldNotContain(node =>
                node.ToString().Contains("href", StringComparison.Ordinal) && node is XElement);
            root.ToString().ShouldNotContain("NaN");
        }
    }

    [Fact]
    public void No_two_texts_of_a_figure_touch_and_none_is_cut()
    {
        foreach (var figure in s_figures.Value)
        {
            var root = XDocument.Parse(new SvgFigureRenderer().Render(figure.Figure)).Root!;
            var height = double.Parse(root.Attribute("height")!.Value, CultureInfo.InvariantCulture);
            var boxes = root.Descendants(SvgElements.Svg + "text").Select(TextBox.Of).ToList();
            foreach (var box in boxes)
                box.IsInside(FigureLayout.Width, height).ShouldBeTrue($"{figure.Name}: '{box.Text}' is cut");
            for (var i = 0; i < boxes.Count; i++)
            {
                for (var j = i + 1; j < boxes.Count; j++)
                    boxes[i].Touches(boxes[j])
                        .ShouldBeFalse($"{figure.Name}: '{boxes[i].Text}' and '{boxes[j].Text}' touch");
            }
        }
    }

    [Fact]
    public void An_empty_panel_says_so()
    {
        var panel = new Panel
        {
            Title = "empty",
            X = new Axis("x", AxisScale.Log2, Quantity.Number),
            Y = new Axis("y", AxisScale.Log10, Quantity.Time_us),
            Series = [new Series { Name = "none", Style = 0,
                Points = [new DataPoint(double.NaN, double.NaN), new DataPoint(1, 0)] }],
        };
        var text = new SvgFigureRenderer().Render(new Figure { Title = "t", Description = "d", Panels = [panel] });
        text.ShouldContain("no data");
        text.ShouldNotContain("NaN");
    }

    [Fact]
    public void Names_cannot_break_the_file()
    {
        var panel = new Panel
        {
            Title = "<a & b>",
            X = new Axis("\"x\"", AxisScale.Linear, Quantity.Number),
            Y = new Axis("y", AxisScale.Linear, Quantity.Number)
        };
        var text = new SvgFigureRenderer()
            .Render(new Figure { Title = "</svg>", Description = "]]>", Panels = [panel] });
        XDocument.Parse(text).Root!.Element(SvgElements.Svg + "title")!.Value.ShouldBe("</svg>");
    }

    private static string Render(string name) =>
        new SvgFigureRenderer()
            .Render(s_figures.Value.Single(figure => figure.Name.Equals(name, StringComparison.Ordinal)).Figure);
}
