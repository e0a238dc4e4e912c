using System.Diagnostics;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>What a run settles on the machine before it measures, as the program does it.</summary>
public sealed class RunConditionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Cpus_are_kept_awake_or_the_refusal_is_written_down_and_the_loop_is_what_the_trial_speaks_for()
    {
        var ended = ProgramRun.Of(
            "run", "--workload", "null", "--model", "epoll", "--max-clients", "2", "--profile", "smoke", "--budget",
            "8", "--keep-awake", "--results", _folder.Path);

        ended.ExitCode.ShouldBe(ExitCode.Success, ended.Errors + ended.Output);
        ended.Output.ShouldContain("idle CPUs are kept from sleeping");
        var run = RunReader.Read(Directory.GetDirectories(Path.Combine(_folder.Path, "null-quick")).Single());
        using var here = CpuLatencyRequest.Open(out var refusal);
        run.Manifest.KeptAwake.ShouldBe(here is not null);
        if (here is null) run.Manifest.Notes.ShouldContain(note => note.EndsWith(refusal, StringComparison.Ordinal));
        else run.Manifest.Notes.ShouldNotContain(note => note.Contains("keep_awake", StringComparison.Ordinal));
        run.Levels.ShouldNotBeEmpty();
        run.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0);
        if (run.Manifest.LoopTrial is { } trial)
            run.Manifest.Loop.ShouldBe(trial.Ratio <= 0.95 ? "io_uring" : "epoll");
        else
            run.Manifest.Loop.ShouldStartWith("epoll");
    }

    [LinuxFact]
    public void The_request_belongs_to_the_harness_alone_and_goes_with_it_when_it_is_killed()
    {
        using (var here = CpuLatencyRequest.Open(out _))
        {
            if (here is null) return;
        }

        string[] command =
        [
            .. ProgramCommand.Of(typeof(ExitCode).Assembly), "run", "--workload", "null", "--model", "epoll",
            "--budget", "60", "--keep-awake", "--results", _folder.Path,
        ];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
        try
        {
            Eventually.True(
                () => Holds(process.Id) && ProcessTree.Of(process.Id) is [_, _, ..],
                "the harness holds the request and has a child");
            Eventually.Seen(
                () => ProcessTree.Of(process.Id).Skip(1).Where(Holds).ToList(), holders => holders.Count == 0,
                "no child holds it");
        }
        finally
        {
            var tree = ProcessTree.Of(process.Id);
            process.Kill();
            process.WaitForExit(ServeProcess.Bound).ShouldBeTrue();
            Eventually.Seen(
                () => tree.Where(id => Directory.Exists($"/proc/{id}")).ToList(), left => left.Count == 0,
                "all are gone");
        }
    }

    private static bool Holds(int processId)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Any(entry =>
                string.Equals(new FileInfo(entry).LinkTarget, CpuLatencyRequest.Device, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }
}
