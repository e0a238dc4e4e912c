using LoadHarness.Report;
using LoadHarness.Report.Figures.Svg;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report;

public sealed class ReportBuilderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("loadharness-report-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_report_is_built_from_run_folders_alone_and_again_the_same()
    {
        var folder = Store(SyntheticRun.NumberList([1, 2, 4, 8]));
        var first = Build("first", folder);
        first.Problems.ShouldBeEmpty();
        first.Written.Select(path => Path.GetRelativePath(Path.Combine(_root, "first"), path))
            .ShouldContain(path => path.Equals("REPORT.md", StringComparison.Ordinal));
        var second = Build("second", folder);
        second.Written.Count.ShouldBe(first.Written.Count);
        foreach (var (one, other) in first.Written.Zip(second.Written)) File.ReadAllText(one)
            .ShouldBe(File.ReadAllText(other));
    }

    [Fact]
    public void A_page_for_browsers_stands_beside_it_and_holds_every_figure()
    {
        var result = Build("out", Store(SyntheticRun.NumberList([1, 2, 4, 8])));
        var page = File.ReadAllText(Path.Combine(_root, "out", ReportBuilder.PageName));
        result.Written.ShouldContain(Path.Combine(_root, "out", ReportBuilder.PageName), StringComparer.Ordinal);
        var figures = result.Written.Where(path => path.EndsWith(".svg", StringComparison.Ordinal)).ToList();
        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(path => page.Contains(
            $"id=\"figure-{Path.GetFileNameWithoutExtension(path)}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_figure_the_report_names_is_written()
    {
        var report = Build("out", Store(SyntheticRun.NumberList([1, 2, 4, 8]))).Written[0];
        var named = File.ReadLines(report).Where(line => line.StartsWith("![", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf('(') + 1)..^1]).ToList();
        named.ShouldNotBeEmpty();
        named.ShouldAllBe(path => File.Exists(Path.Combine(_root, "out", path)));
    }

    [Fact]
    public void Figures_of_the_report_before_are_deleted_and_nothing_else_is()
    {
        var figures = Path.Combine(_root, "out", "figures");
        var before = Build("out", Store(SyntheticRun.NumberList([1, 2, 4, 8]))).Written;
        var stale = Path.Combine(figures, "an-old-one.svg");
        var foreign = Path.Combine(figures, "of-others.svg");
        File.AppendAllText(before[0], "\n![An old one.](figures/an-old-one.svg)\n");
        File.WriteAllText(stale, "<svg/>");
        File.WriteAllText(foreign, "<svg/>");
        var after = Build("out", Path.Combine(_root, "results", SyntheticRun.NumberList([1]).Manifest.Scenario,
            SyntheticRun.NumberList([1]).Manifest.RunId)).Written;
        File.Exists(stale).ShouldBeFalse();
        File.Exists(foreign).ShouldBeTrue();
        after.ShouldAllBe(path => File.Exists(path));
    }

    [Fact]
    public void A_missing_run_is_a_problem_and_the_others_are_still_told()
    {
        var missing = Path.Combine(_root, "results", "none");
        var result = Build("out", missing, Store(SyntheticRun.NumberList([1, 2, 4, 8])));
        result.Problems.ShouldHaveSingleItem().ShouldContain(missing);
        File.ReadAllText(result.Written[0]).ShouldContain("no such run folder");
    }

    [Fact]
    public void Without_a_readable_run_nothing_is_written()
    {
        var result = Build("out", Path.Combine(_root, "results", "none"));
        result.Written.ShouldBeEmpty();
        Directory.Exists(Path.Combine(_root, "out")).ShouldBeFalse();
    }

    private ReportResult Build(string output, params string[] folders) =>
        new ReportBuilder(new SvgFigureRenderer()).Build(folders, Path.Combine(_root, output));

    private string Store(StoredRun run) => StoredRuns.Write(Path.Combine(_root, "results"), run);
}
