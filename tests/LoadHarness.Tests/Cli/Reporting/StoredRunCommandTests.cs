using System.Runtime.CompilerServices;
using LoadHarness.Cli;

namespace LoadHarness.Tests.Cli.Reporting;

public sealed class StoredRunCommandTests
{
    private static readonly string _results = Path.Combine(Repository(), "results", "reference");

    private static readonly string _run =
        Directory.GetDirectories(Path.Combine(_results, "number-list")).Order(StringComparer.Ordinal).Last();

    [Fact]
    public void A_run_is_never_slower_than_itself()
    {
        var (code, text, _) = CommandLineRun.Of("compare", _run, _run);
        code.ShouldBeOneOf(ExitCode.Success, ExitCode.Undecided);
        text.ShouldContain("| After / before |");
        text.ShouldContain("`select`");
    }

    [Fact]
    public void A_file_that_is_no_run_is_named()
    {
        var (code, _, error) = CommandLineRun.Of("compare", _run, "nowhere");
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldStartWith("nowhere: neither a run folder nor a scenario file; no run of 'nowhere' in results");
    }

    [Fact]
    public void A_folder_without_a_run_is_named()
    {
        var (code, _, error) = CommandLineRun.Of("compare", _run, _results);
        code.ShouldBe(ExitCode.StorageUnusable);
        error.ShouldContain(_results);
    }

    [Fact]
    public void A_scenario_and_the_folder_of_its_runs_stand_for_the_newest_run()
    {
        CommandLineRun.Of("compare", _run, "number-list", "--results", _results).Output
            .ShouldBe(CommandLineRun.Of("compare", _run, Path.GetDirectoryName(_run)!).Output);
    }

    [Fact]
    public void The_history_of_a_scenario_lists_its_runs()
    {
        var (code, text, _) = CommandLineRun.Of("history", "number-list", "--results", _results);
        code.ShouldBe(ExitCode.Success);
        text.ShouldContain(Path.GetFileName(_run));
    }

    [Fact]
    public void A_scenario_without_runs_is_named()
    {
        var (code, _, error) = CommandLineRun.Of("history", "hashtabel", "--results", _results);
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldBe($"no run of 'hashtabel' in {_results}; did you mean 'hashtable'?\n");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    public void A_margin_out_of_range_is_refused(string margin)
    {
        var (code, _, error) = CommandLineRun.Of("compare", _run, _run, "--margin", margin);
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldStartWith("--margin: above 0 and at most 100\n");
    }

    private static string Repository([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", ".."));
}
