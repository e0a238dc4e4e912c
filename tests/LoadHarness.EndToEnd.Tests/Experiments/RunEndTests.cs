using System.Diagnostics;
using System.Globalization;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>However <c>loadharness run</c> ends, it leaves no server behind.</summary>
public sealed class RunEndTests : IDisposable
{
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void A_harness_that_is_killed_takes_its_server_along()
    {
        using var run = Start();
        var server = AwaitServer(run.Id);

        run.Kill();

        AwaitGone(server);
    }

    [LinuxFact]
    public void Ctrl_C_ends_the_run_and_its_server()
    {
        using var run = Start();
        var server = AwaitServer(run.Id);

        ProcessSignals.Interrupt(run.Id);

        run.WaitForExit(_bound).ShouldBeTrue();
        run.ExitCode.ShouldBe((int)ExitCode.Interrupted);
        AwaitGone(server);
    }

    [LinuxFact]
    public void A_second_request_ends_the_run_at_once_and_its_server_too()
    {
        using var run = Start();
        var server = AwaitServer(run.Id);

        ProcessSignals.Interrupt(run.Id);
        ProcessSignals.Terminate(run.Id);

        run.WaitForExit(_bound).ShouldBeTrue();
        run.ExitCode.ShouldBeOneOf((int)ExitCode.Interrupted, 128 + 15);
        AwaitGone(server);
    }

    private Process Start()
    {
        var program = ProgramCommand.Of(typeof(ExitCode).Assembly);
        var run = Process.Start(new ProcessStartInfo(program[0],
        [
            .. program.Skip(1), "run", "--workload", "number-list", "--model", "threaded", "--budget", "120",
            "--results", _folder.Path,
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        run.OutputDataReceived += Forget;
        run.ErrorDataReceived += Forget;
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        return run;
    }

    private static void Forget(object sender, DataReceivedEventArgs line)
    {
        // Read only so that the process never waits for a reader.
    }

    /// <summary>The process number of the server, once it is one: before, it is this program on its way.</summary>
    private static int AwaitServer(int parent)
    {
        var server = 0;
        SpinWait.SpinUntil(() => (server = Children(parent).FirstOrDefault(IsServer)) > 0, _bound).ShouldBeTrue();
        return server;
    }

    private static bool IsServer(int process) =>
        Text(process, "cmdline") is { } line && line.Split('\0') is var words
        && words.Contains("serve", StringComparer.Ordinal) && !words.Contains(ExecRequest.Verb, StringComparer.Ordinal);

    private static IEnumerable<int> Children(int parent) => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number) ? number : 0)
        .Where(number => number > 0 && Parent(number) == parent);

    private static int Parent(int process) => Text(process, "stat") is { } stat
        ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture)
        : 0;

    private static void AwaitGone(int server) => SpinWait
        .SpinUntil(() => Text(server, "stat") is not { } stat || stat[stat.LastIndexOf(')') + 2] is 'Z' or 'X', _bound)
        .ShouldBeTrue("the server is still there");

    private static string? Text(int process, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
