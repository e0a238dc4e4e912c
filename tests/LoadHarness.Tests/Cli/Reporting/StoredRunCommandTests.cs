using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.Cli.Reporting;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Cli.Reporting;

public sealed class StoredRunCommandTests
{
    private static readonly string _results = Path.Combine(Repository(), "results", "reference");

    private static readonly string _run =
        Directory.GetDirectories(Path.Combine(_results, "number-list")).Order(StringComparer.Ordinal).Last();

    [Theory]
    [InlineData("compare")]
    [InlineData("history")]
    [InlineData("report")]
    public void The_help_text_is_as_it_was_read_last(string command)
    {
        var (_, text, _) = Invoke(command, "--help");
        Golden.ShouldMatch(text.Replace("  testhost ", "  loadharness ", StringComparison.Ordinal),
            $"help-{command}.txt");
    }

    [Fact]
    public void A_run_is_never_slower_than_itself()
    {
        var (code, text, _) = Invoke("compare", _run, _run);
        code.ShouldBeOneOf(ExitCode.Success, ExitCode.Undecided);
        text.ShouldContain("| After / before |");
        text.ShouldContain("`select`");
    }

    [Fact]
    public void A_file_that_is_no_run_is_named()
    {
        var (code, _, error) = Invoke("compare", _run, "nowhere");
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldBe("nowhere: neither a run folder nor a scenario file\n");
    }

    [Fact]
    public void A_folder_without_a_run_is_named()
    {
        var (code, _, error) = Invoke("compare", _run, _results);
        code.ShouldBe(ExitCode.StorageUnusable);
        error.ShouldContain(_results);
    }

    [Fact]
    public void The_history_of_a_scenario_lists_its_runs()
    {
        var (code, text, _) = Invoke("history", "number-list", "--results", _results);
        code.ShouldBe(ExitCode.Success);
        text.ShouldContain(Path.GetFileName(_run));
    }

    [Fact]
    public void A_scenario_without_runs_is_named()
    {
        var (code, _, error) = Invoke("history", "unknown", "--results", _results);
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldBe($"no run of 'unknown' in {_results}\n");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    public void A_margin_out_of_range_is_refused(string margin) =>
        Root().Parse(["compare", _run, _run, "--margin", margin]).Errors.ShouldNotBeEmpty();

    private static (ExitCode Code, string Output, string Error) Invoke(params string[] arguments)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = Root().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    private static RootCommand Root() => new("root")
    {
        CompareCommand.Create(ModelRegistry.Default, WorkloadRegistry.Default),
        HistoryCommand.Create(ModelRegistry.Default, WorkloadRegistry.Default),
        ReportCommand.Create(ModelRegistry.Default, WorkloadRegistry.Default),
    };

    private static string Repository([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", ".."));
}
