using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Real children through the launcher. What they ask of the kernel exists on Linux only.</summary>
public sealed class LauncherTests : IDisposable
{
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly IReadOnlyList<string> _program = ProgramCommand.Of(typeof(ExitCode).Assembly);
    private readonly ProcessLauncher _launcher = new(_program);

    public void Dispose() => _launcher.Dispose();

    [Fact]
    public void A_server_comes_up_tells_its_counts_and_stops_when_asked()
    {
        using var child = Serve("threaded");
        var endpoint = child.Control!.WaitReady(_bound).ShouldNotBeNull();
        using (var client = new TcpClient())
        {
            client.Connect(endpoint);
            using var reader = new StreamReader(client.GetStream());
            reader.ReadToEnd().Split(',').Length.ShouldBe(10);
        }

        var told = child.Control.Sample(_bound).ShouldNotBeNull();

        told.Operations.ShouldBe(1);
        told.PoolThreads.ShouldBeGreaterThanOrEqualTo(0);
        child.Stop(_patience).ShouldBeTrue();
        child.ExitCode.ShouldBe(0);
    }

    [LinuxFact]
    public void A_child_has_its_own_session_and_its_own_cpus()
    {
        var cpu = CpuTopology.Read().Cpus.Cpus[^1];
        using var child = Serve("select", new CpuSet([cpu]));
        child.Control!.WaitReady(_bound).ShouldNotBeNull();

        var stat = File.ReadAllText($"/proc/{Number(child.Id)}/stat");
        var status = File.ReadAllLines($"/proc/{Number(child.Id)}/status");

        stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3].ShouldBe(Number(child.Id));
        status.Contains($"Cpus_allowed_list:\t{Number(cpu)}", StringComparer.Ordinal).ShouldBeTrue();
    }

    [LinuxFact]
    public void A_child_dies_when_the_launcher_is_gone()
    {
        using var child = _launcher.Start(new LaunchRequest { Command = ["sleep", "600"] });
        Eventually.Seen(
            () => File.ReadAllText($"/proc/{Number(child.Id)}/comm"),
            name => name.StartsWith("sleep", StringComparison.Ordinal), "the child runs its command");

        _launcher.Dispose();

        child.WaitForEnd(_bound).ShouldBeTrue();
        child.ExitCode.ShouldBe(128 + 9);
    }

    [LinuxFact]
    public void A_server_stops_when_the_control_channel_closes()
    {
        using var child = Serve("threaded");
        child.Control!.WaitReady(_bound).ShouldNotBeNull();

        child.Control.Dispose();

        child.WaitForEnd(_bound).ShouldBeTrue();
        child.ExitCode.ShouldBe(0);
    }

    [LinuxFact]
    public void A_child_whose_parent_was_gone_before_it_could_ask_for_the_signal_does_not_start()
    {
        // Not this process's number: what the child sees when its parent died between fork and prctl.
        var request = new ExecRequest(["sleep", "600"], DieWithParent: Environment.ProcessId + 1);
        using var late = Process.Start(new ProcessStartInfo(
            _program[0], [.. _program.Skip(1), ExecRequest.Verb, .. request.ToArguments()])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;

        late.StandardError.ReadToEnd().Trim().ShouldBe("exec: the parent is gone");
        late.WaitForExit(_bound).ShouldBeTrue();
        late.ExitCode.ShouldBe(126);
    }

    [LinuxFact]
    public void A_child_that_ignores_requests_is_killed()
    {
        using var child = _launcher
            .Start(new LaunchRequest { Command = ["sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"] });
        Eventually.Seen(
            () => child.Output.Lines, lines => lines.Contains("deaf", StringComparer.Ordinal), "the child is deaf");

        child.Stop(TimeSpan.FromMilliseconds(100)).ShouldBeFalse();

        child.HasEnded.ShouldBeTrue();
    }

    [LinuxFact]
    public void A_program_that_is_not_there_is_named()
    {
        using var child = _launcher.Start(new LaunchRequest { Command = ["no-such-program"] });

        child.WaitForEnd(_bound).ShouldBeTrue();
        child.ExitCode.ShouldBe(126);
        Eventually.Seen(() => child.Output.Lines, lines => lines.Count > 0, "its output has come")[^1]
            .ShouldContain("no-such-program");
    }

    private ChildProcess Serve(string model, CpuSet? cpus = null) => _launcher.Start(new LaunchRequest
    {
        Command = [.. _program, "serve", "number-list", "--model", model, "--port", "0", "--quiet", "--count", "10"],
        Cpus = cpus,
        ControlOption = "--control",
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
