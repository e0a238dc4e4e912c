using System.Text.RegularExpressions;
using LoadHarness.Report;
using LoadHarness.Report.Figures.Svg;
using LoadHarness.Results;
using LoadHarness.Tests.Report.Documents;

namespace LoadHarness.Tests.Report;

/// <summary>A run folder whose every text is an attack on who reads its report.</summary>
public sealed partial class HostileRunTests : IDisposable
{
    private const string Script = "<script>alert(7)";

    /// <summary>
    /// Markup, the end of a table's cell, of an attribute, of a comment, of code, and a way out of a folder.
    /// </summary>
    private const string Hostile = " | ``x ` ``` " + Script + "</script>`\"'--><img src=x onerror=\"alert(8)\">\n\r\n"
        + "# [l](javascript:alert(9)) ../../../escape\0\u001b[31m\ud800";

    private readonly string _root = Directory.CreateTempSubdirectory("loadharness-hostile-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void No_text_of_a_run_becomes_markup_of_the_page_or_of_the_report()
    {
        var harmless = Build("harmless", SyntheticRun.NumberList([1, 2, 4, 8]));
        var hostile = Build("hostile", Poisoned(SyntheticRun.NumberList([1, 2, 4, 8])));
        Count(hostile.Page, "<script").ShouldBe(Count(harmless.Page, "<script"));
        Count(hostile.Page, "<img").ShouldBe(Count(harmless.Page, "<img"));
        BrokenTag().IsMatch(hostile.Page).ShouldBeFalse();
        hostile.Page.ShouldContain("&lt;script&gt;alert(7)");
        RawMarkup.Has(WithoutFences(hostile.Markdown), Script).ShouldBeFalse();
        RawMarkup.Has(WithoutFences(hostile.Markdown), "<img src=x").ShouldBeFalse();
        hostile.Figures.ShouldAllBe(figure => !figure.Contains("<script>alert", StringComparison.Ordinal));
    }

    [Fact]
    public void No_text_of_a_run_decides_where_a_file_of_the_report_goes()
    {
        Build("hostile", Poisoned(SyntheticRun.NumberList([1, 2, 4, 8])));
        var written = Directory.GetFiles(_root, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("results", StringComparison.Ordinal)).ToList();
        written.ShouldAllBe(path => path.StartsWith(Path.Combine(_root, "hostile"), StringComparison.Ordinal));
        written.Select(path => Path.GetFileNameWithoutExtension(path)).ShouldAllBe(name => IsPlain(name));
    }

    private static bool IsPlain(string name) => name is "REPORT"
        || name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>An attribute of ours that a text has ended to begin one of its own.</summary>
    [GeneratedRegex("<[a-z][^<>]*\\sonerror=\"alert", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BrokenTag();

    private static int Count(string text, string words) => text.Split(words).Length - 1;

    /// <summary>What stands between fences is code whatever it is.</summary>
    private static string WithoutFences(string markdown)
    {
        var kept = new List<string>();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            var row = line.TakeWhile(c => c == '`').Count();
            if (fence is null && row >= 3) fence = new string('`', row);
            else if (fence is not null && string.Equals(line, fence, StringComparison.Ordinal)) fence = null;
            else if (fence is null) kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    private static StoredRun Poisoned(StoredRun run) => run with
    {
        Manifest = run.Manifest with
        {
            Title = Hostile,
            ScenarioText = Hostile + "\n```\n" + Hostile,
            Profile = Hostile,
            ToolVersion = Hostile,
            Commit = Hostile,
            Loop = Hostile,
            SutCpus = Hostile,
            GeneratorCpus = Hostile,
            Reason = Hostile,
            State = RunState.Failed,
            Notes = [Hostile],
            Commands = [.. run.Manifest.Commands.Select(command => command with
            {
                Model = command.Model + Hostile, CommandLine = Hostile,
            })],
            Host = run.Manifest.Host with
            {
                Host = Hostile,
                Kernel = Hostile,
                System = Hostile,
                CpuModel = Hostile,
                Runtime = Hostile,
                GcMode = Hostile,
                Knobs = new Dictionary<string, string>(StringComparer.Ordinal) { [Hostile] = Hostile },
            },
        },
        Levels = [.. run.Levels.Select(row => row with { Key = Poisoned(row.Key) })],
        Clients = [.. run.Clients.Select(row => row with { Key = Poisoned(row.Key) })],
        Windows = [.. run.Windows.Select(row => row with { Key = Poisoned(row.Key) })],
        Resources = [.. run.Resources.Select(row => row with { Key = Poisoned(row.Key) })],
        Events = [.. run.Events.Select(row => row with
        {
            Model = row.Model + Hostile, Kind = Hostile, Detail = Hostile,
        })],
    };

    private static RunKey Poisoned(RunKey key) => key with { Model = key.Model + Hostile };

    private (string Page, string Markdown, IReadOnlyList<string> Figures) Build(string name, StoredRun run)
    {
        var folder = Path.Combine(_root, name);
        var result = new ReportBuilder(new SvgFigureRenderer()).Build([Store(run)], folder);
        return (File.ReadAllText(Path.Combine(folder, ReportBuilder.PageName)),
            File.ReadAllText(Path.Combine(folder, ReportBuilder.FileName)),
            [.. result.Written.Where(path => path.EndsWith(".svg", StringComparison.Ordinal))
                .Select(File.ReadAllText)]);
    }

    private string Store(StoredRun run) => StoredRuns.Write(Path.Combine(_root, "results"), run);
}
