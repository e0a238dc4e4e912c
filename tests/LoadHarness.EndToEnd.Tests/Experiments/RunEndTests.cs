using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>However <c>loadharness run</c> ends, it leaves nobody behind.</summary>
public sealed class RunEndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void A_harness_that_is_killed_takes_its_server_along()
    {
        using var run = Start();
        run.AwaitServer();

        run.Kill();

        run.AwaitEnd();
    }

    [LinuxFact]
    public void Ctrl_C_ends_the_run_and_its_server()
    {
        using var run = Start();
        run.AwaitServer();

        ProcessSignals.Interrupt(run.Id);

        run.AwaitEnd().ShouldBe((int)ExitCode.Interrupted);
    }

    [LinuxFact]
    public void A_second_request_ends_the_run_at_once_and_its_server_too()
    {
        using var run = Start();
        run.AwaitServer();

        ProcessSignals.Interrupt(run.Id);
        ProcessSignals.Terminate(run.Id);

        run.AwaitEnd().ShouldBeOneOf((int)ExitCode.Interrupted, 128 + 15);
    }

    [LinuxFact]
    public void A_run_leaves_nothing_in_the_temporary_folder() =>
        RunThatLeavesNothing("--workload", "null", "--model", "threaded,prefork");

    [PeerFact("redis-server")]
    public void A_run_of_a_server_that_a_command_starts_leaves_nothing_in_the_temporary_folder() =>
        RunThatLeavesNothing(
            "--workload", "resp", "--command", "redis-server --port {port} --bind 127.0.0.1 --save '' --dir {data}");

    private void RunThatLeavesNothing(params string[] words)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(_folder.Path, "temporary")).FullName;
        using var run = new RunningHarness(
            _folder.Path, [.. words, "--max-clients", "2", "--profile", "smoke", "--budget", "5"],
            temporary: temporary);

        run.AwaitEnd().ShouldBe((int)ExitCode.Success, run.Output + run.Errors);

        Directory.GetFileSystemEntries(temporary).ShouldBeEmpty();
    }

    private RunningHarness Start() => new(
        _folder.Path, ["--workload", "number-list", "--model", "threaded", "--budget", "120"]);
}
