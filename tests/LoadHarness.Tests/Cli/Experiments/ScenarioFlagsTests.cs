using LoadHarness.Cli;

namespace LoadHarness.Tests.Cli.Experiments;

/// <summary>What is said of wrong flags and files; <c>check</c> starts nothing.</summary>
public sealed class ScenarioFlagsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flags-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--keep-awake: 'maybe' is neither true nor false, nor a file", "--keep-awake", "maybe")]
    [InlineData("'--profil' is no flag of check; did you mean '--profile'?", "--profil", "smoke")]
    [InlineData("--workload rsp is unknown; did you mean 'resp'?", "--workload", "rsp")]
    [InlineData("--model epol is unknown; did you mean 'epoll'?", "--workload", "raw", "--model", "epol")]
    [InlineData("--stages gett is unknown to resp; did you mean 'get'?", "--workload", "resp", "--stages", "gett")]
    [InlineData("--workload is missing: what does the server speak? ", "--target", "127.0.0.1:7000")]
    [InlineData("--target '7000': expected a host and a port", "--target", "7000", "--workload", "raw")]
    [InlineData("--max-clients 0: give a number from 1 to 100000", "--workload", "raw", "--max-clients", "0")]
    [InlineData("--budget 0: give seconds", "--workload", "raw", "--budget", "0")]
    [InlineData("--budget 1E+99: give seconds", "--workload", "raw", "--budget", "1e99")]
    [InlineData("--profile long: raw-quick has no such profile", "--workload", "raw", "--profile", "long")]
    [InlineData("--set send: give an option and its value", "--workload", "raw", "--set", "send")]
    [InlineData("--set unknown option 'sent'", "--workload", "raw", "--set", "sent=x")]
    [InlineData("--set response-bytes: 'x' is not a whole number", "--workload", "http", "--set", "response-bytes=x")]
    [InlineData("--arrivals goes with --rate", "--workload", "raw", "--arrivals", "constant")]
    public void A_wrong_flag_is_told_with_what_would_be_right(string told, params string[] arguments)
    {
        var (code, _, error) = CommandLineRun.Of(["check", .. arguments]);
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldContain(told);
    }

    [Theory]
    [InlineData("--model", "epoll")]
    [InlineData("--max-clients", "4")]
    [InlineData("--set", "keys=2000")]
    [InlineData("--connections", "4")]
    public void A_flag_that_a_file_would_overrule_is_refused(params string[] flag)
    {
        var (code, _, error) = CommandLineRun.Of(["check", Written("mine.yaml"), .. flag]);
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldStartWith($"{flag[0]}: only for a run without a file");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_the_one_that_may_be_meant()
    {
        var file = Written("mine.yaml");
        Refused(Path.Combine(_folder, "mine")).ShouldBe($"{file[..^5]}: no such file; did you mean '{file}'?\n");
        Refused(Path.Combine(_folder, "mint.yaml")).ShouldEndWith($"did you mean '{file}'?\n");
        Refused(Path.Combine(_folder, "other.yaml")).ShouldContain("no such file; `loadharness list` shows those");
        Refused(_folder).ShouldBe($"{_folder}: is a folder; name a file *.yaml in it\n");
    }

    [Fact]
    public void A_run_that_could_measure_nothing_is_refused_with_the_time_it_needs()
    {
        var (code, _, error) = CommandLineRun.Of("check", "--workload", "hashtable", "--budget", "30");
        code.ShouldBe(ExitCode.ScenarioInvalid);
        error.ShouldStartWith("hashtable-quick: a budget of 30 s is spent before anything is measured: 14 starts");
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_told_before_the_run()
    {
        var file = Written("gate.yaml");
        File.AppendAllText(file, "thresholds: [{ baseline: nowhere }]\n");
        Refused(file).ShouldBe(
            "gate: thresholds: baseline: there is no run in nowhere; put one there, or leave it out\n");
    }

    [Fact]
    public void An_empty_file_is_told_as_such()
    {
        var file = Path.Combine(_folder, "empty.yaml");
        File.WriteAllText(file, "");
        Refused(file).ShouldBe(
            $"{file}:1: one document with keys and values is wanted; `loadharness init` writes an example\n");
    }

    [Fact]
    public void Options_of_clients_and_service_reach_both()
    {
        var (code, text, error) = CommandLineRun.Of(
            "check", "--workload", "hashtable", "--set", "keys=2000", "--set", "flush=never", "--model", "select");
        code.ShouldBe(ExitCode.Success, error);
        text.ShouldContain("hashtable on select");
        text.ShouldContain("time planned: at most 1 min\n");
    }

    [Fact]
    public void An_option_of_our_service_is_not_for_a_server_of_others()
    {
        var (code, _, error) = CommandLineRun.Of(
            "check", "--workload", "hashtable", "--set", "flush=never", "--target", "127.0.0.1:7000");
        code.ShouldBe(ExitCode.UsageError);
        error.ShouldStartWith("--set unknown option 'flush'");
    }

    [Fact]
    public void What_init_writes_can_be_checked_at_once()
    {
        var file = Path.Combine(_folder, "student.yaml");
        var (code, _, error) = CommandLineRun.Of(
            "init", file, "--workload", "raw", "--command", "python3 -u server.py {port}");
        code.ShouldBe(ExitCode.Success, error);

        var (verdict, plan, problems) = CommandLineRun.Of("check", file);

        verdict.ShouldBe(ExitCode.Success, problems);
        plan.ShouldContain("raw on server.py");
        plan.ShouldContain("started by: python3 -u server.py {port}");
        CommandLineRun.Of("init", file).ShouldBe(
            (ExitCode.UsageError, "", $"{file}: is there already and stays as it is; give another name\n"));
    }

    private string Refused(string file)
    {
        var (code, _, error) = CommandLineRun.Of("check", file);
        code.ShouldBe(ExitCode.ScenarioInvalid);
        return error;
    }

    private string Written(string name)
    {
        var path = Path.Combine(_folder, name);
        CommandLineRun.Of("init", path).Code.ShouldBe(ExitCode.Success);
        return path;
    }
}
