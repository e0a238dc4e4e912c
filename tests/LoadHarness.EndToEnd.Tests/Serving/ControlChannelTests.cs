using System.Globalization;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Experiments;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Who can reach a server's control channel.</summary>
public sealed class ControlChannelTests
{
    private const string Listening = "0A";
    private const string AcceptsConnections = "00010000";

    [LinuxFact]
    public void It_is_two_pipes_of_the_parent_and_nothing_that_others_could_connect_to()
    {
        var program = ProgramCommand.Of(typeof(ExitCode).Assembly);
        using var launcher = new ProcessLauncher(program);
        using var server = launcher.Start(new LaunchRequest
        {
            Command = [.. program, "serve", "raw", "--port", "0"],
            ControlOption = "--control",
        });
        var endpoint = server.Control.ShouldNotBeNull().WaitReady(ServeProcess.Bound).ShouldNotBeNull();

        var open = Directory.GetFiles(Folder(server.Id, "fd"))
            .Select(path => new FileInfo(path).LinkTarget ?? "").ToList();
        var own = open.Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1]).ToHashSet(StringComparer.Ordinal);
        open.Count(target => target.StartsWith("pipe:[", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
        var ports = Rows(server.Id, "tcp").Concat(Rows(server.Id, "tcp6"))
            .Where(row => row[3] is Listening && own.Contains(row[9])).Select(row => row[1][^4..]).ToList();
        ports.ShouldBe([endpoint.Port.ToString("X4", CultureInfo.InvariantCulture)]);
        Rows(server.Id, "udp").Count(row => own.Contains(row[9])).ShouldBe(0);
        // The runtime has a socket of its own for debuggers of the same user.
        Rows(server.Id, "unix").Where(row => row[3] is AcceptsConnections && own.Contains(row[6]))
            .ShouldAllBe(row => row.Length == 8 && row[7].Contains("/dotnet-diagnostic-", StringComparison.Ordinal));
    }

    private static IEnumerable<string[]> Rows(int process, string kind) =>
        File.ReadLines(Folder(process, "net/" + kind)).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Folder(int process, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{name}");
}
