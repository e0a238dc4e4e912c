using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>
/// Whatever goes wrong during a run, it ends in a stated way: what was finished is kept and can be reported, nobody is
/// left behind, and the exit code is the documented one.
/// </summary>
public sealed class HarnessFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void A_server_that_dies_in_a_level_fails_the_run_and_keeps_the_levels_before()
    {
        using var run = Start("server: { models: [epoll] }", holds: "1, 2, 3, 4, 5, 6, 7, 8");
        run.AwaitLevels(2);
        ProcessSignals.Send(run.AwaitServer(), ProcessSignals.KillSignal);

        var stored = run.AwaitRun(ExitCode.SutFailed);

        stored.Manifest.State.ShouldBe(RunState.Failed);
        stored.Manifest.Reason.ShouldContain("epoll ended during the measurement");
        stored.Levels.Count.ShouldBeInRange(2, 7);
        stored.Levels.Take(2).ShouldAllBe(level => level.Operations > 0 && level.Timeouts == 0);
        ShouldBeReported(stored, "The run did not finish");
    }

    [LinuxFact]
    public void A_server_that_hangs_costs_its_levels_and_is_removed_in_the_end()
    {
        using var run = Start("server: { models: [epoll] }", holds: "1, 2, 3", timeout_ms: 300);
        run.AwaitLevels(1);
        ProcessSignals.Send(run.AwaitServer(), RunningHarness.StopSignal);

        var stored = run.AwaitRun(ExitCode.Success);

        stored.Levels.Select(level => level.Key.Clients).ShouldBe([1, 2, 3]);
        stored.Levels[0].Operations.ShouldBePositive();
        stored.Levels[2].Timeouts.ShouldBePositive();
        stored.Levels[2].Validity.ShouldStartWith("invalid: ");
        ShouldBeReported(stored, "failed");
    }

    [LinuxFact]
    public void A_server_that_answers_too_late_is_measured_as_one_that_does_not_answer()
    {
        using var server = new LineServer(TimeSpan.FromMilliseconds(350));
        using var run = Start($"server: {{ address: '127.0.0.1:{server.Port}' }}", holds: "1, 2", timeout_ms: 200,
            workload: @"{ name: raw, send: 'hello\n', expect: 'until \n', answer: 'hello\n' }");

        var stored = run.AwaitRun(ExitCode.Success);

        stored.Levels.ShouldNotBeEmpty();
        stored.Levels.ShouldAllBe(level => level.Operations == 0 && level.WrongAnswers == 0 && level.Timeouts > 0);
        stored.Levels.ShouldAllBe(level => level.Validity.StartsWith("invalid: ", StringComparison.Ordinal));
        server.Answers.ShouldBePositive();
    }

    [LinuxFact]
    public void A_server_that_answers_wrongly_has_its_answers_counted_and_no_level_that_counts()
    {
        using var run = Start("server: { models: [epoll] }", holds: "1, 2",
            workload: @"{ name: raw, send: 'hello\n', expect: 'until \n', answer: 'something else\n' }");

        var stored = run.AwaitRun(ExitCode.Success);

        stored.Levels.Select(level => level.Key.Clients).ShouldBe([1, 2]);
        stored.Levels.ShouldAllBe(level => level.Operations == 0 && level.WrongAnswers > 0 && level.Timeouts == 0);
        stored.Levels.ShouldAllBe(level => level.Validity.StartsWith("invalid: ", StringComparison.Ordinal));
        ShouldBeReported(stored, "wrong");
    }

    [LinuxFact]
    public void A_place_where_nobody_listens_fails_the_run_by_name()
    {
        using var run = Start($"server: {{ address: '127.0.0.1:{UnusedPort()}' }}", holds: "1");

        var stored = run.AwaitRun(ExitCode.SutFailed);

        stored.Manifest.Reason.ShouldContain("nothing answers at 127.0.0.1:");
        stored.Levels.ShouldBeEmpty();
    }

    [LinuxFact]
    public void A_harness_that_was_stopped_for_a_while_marks_the_level_and_averages_nothing_over_it()
    {
        using var run = Start("server: { models: [epoll] }", holds: "1, 2, 3, 4", window_ms: 500);
        for (var level = 1; level <= 3; level++)
        {
            run.AwaitLevels(level);
            Pass(TimeSpan.FromMilliseconds(400));
            run.Send(RunningHarness.StopSignal);
            Pass(TimeSpan.FromMilliseconds(1500));
            run.Send(RunningHarness.ContinueSignal);
        }

        var stored = run.AwaitRun(ExitCode.Success);

        stored.Manifest.State.ShouldBe(RunState.Complete);
        stored.Levels.Count.ShouldBe(4);
        var marked = stored.Levels.Where(level => level.Validity.Contains("standstill (the harness stood still for"))
            .Select(level => level.Key.Sequence).ToList();
        marked.ShouldNotBeEmpty();
        var slow = stored.Windows.Where(window => window.Length_s > 1.2).ToList();
        slow.ShouldAllBe(window => window.State == WindowState.Cut && marked.Contains(window.Key.Sequence));
        stored.Windows.Where(window => window.State == WindowState.Kept).ShouldAllBe(window => window.Length_s < 1.2);
    }

    [LinuxFact]
    public void Two_runs_at_once_have_a_folder_each()
    {
        using var one = Start("server: { models: [epoll] }", holds: "1, 2");
        using var other = Start("server: { models: [epoll] }", holds: "1, 2");

        one.AwaitEnd().ShouldBe((int)ExitCode.Success, one.Errors);
        other.AwaitEnd().ShouldBe((int)ExitCode.Success, other.Errors);

        var runs = RunFolder.Runs(_folder.Path, "faults");
        runs.Count.ShouldBe(2);
        runs.ShouldAllBe(folder => RunReader.Read(folder).Levels.Count == 2
            && RunReader.Read(folder).Problems.Count == 0);
    }

    [LinuxFact]
    public void A_disk_without_room_for_results_ends_the_run_and_says_what_was_saved()
    {
        // A client's row in clients.csv takes about 70 bytes; the limit is 256 blocks of 512 or 1024 bytes.
        using var run = Start("server: { models: [epoll] }", holds: "1, 2, 3000, 3100", limit: "-f 256");

        var stored = run.AwaitRun(ExitCode.DiskFull);

        run.Errors.ShouldContain("cannot be written: the file has the largest size allowed (ulimit -f");
        run.Errors.ShouldContain($"complete levels saved before: {stored.Levels.Count}; report them with: loadharness");
        stored.Manifest.State.ShouldBe(RunState.Failed);
        stored.Levels.Select(level => level.Key.Clients).Take(2).ShouldBe([1, 2]);
        stored.Levels.Count.ShouldBeLessThan(4);
        ShouldBeReported(stored, "The run did not finish");
    }

    private RunningHarness Start(string server, string holds, int timeout_ms = 5000, int window_ms = 100,
        string workload = "{ name: \"null\" }", string? limit = null)
    {
        var file = Path.Combine(_folder.Path, "faults.yaml");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            name: faults
            workload: {{workload}}
            {{server}}
            load: { holds: [{{holds}}], window_ms: {{window_ms}}, operation_timeout_ms: {{timeout_ms}} }
            profiles:
              default: { budget_s: 60, repetitions: 1, min_windows: 6, max_windows: 8, warm_up_s: 0.1, confirm: false }

            """));
        return new RunningHarness(_folder.Path, [file], limit);
    }

    private void ShouldBeReported(StoredRun run, string said)
    {
        var report = Path.Combine(_folder.Path, "report");
        var ended = ProgramRun.Of("report", run.Folder, "--report-folder", report, "--results", _folder.Path);
        ended.ExitCode.ShouldBe(ExitCode.Success, ended.Errors);
        var text = File.ReadAllText(Path.Combine(report, "REPORT.md"));
        text.ShouldContain(said);
    }

    private static int UnusedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Time that must pass because it is what the test does to the harness.</summary>
    private static void Pass(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        SpinWait.SpinUntil(() => clock.Elapsed >= time);
    }
}
