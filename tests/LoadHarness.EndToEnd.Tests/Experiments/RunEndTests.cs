using LoadHarness.Cli;
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

    private RunningHarness Start() => new(
        _folder.Path, ["--workload", "number-list", "--model", "threaded", "--budget", "120"]);
}
