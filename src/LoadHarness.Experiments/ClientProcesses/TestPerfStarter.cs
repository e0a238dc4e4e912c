using System.Globalization;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>Starts the client programs of a scenario, each bound to one CPU of the generator.</summary>
/// <param name="launcher">Starts processes.</param>
/// <param name="program">How this program is started once more.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="cpus">CPUs of the generator, at least one.</param>
public sealed class TestPerfStarter(
    ProcessLauncher launcher, IReadOnlyList<string> program, Scenario scenario, IReadOnlyList<int> cpus)
{
    /// <summary>Longer than any level.</summary>
    private const int Seconds = 3600;

    /// <summary>Clients that the table's keys are shared out to, unless a level has more.</summary>
    private const int UsualClients = 64;

    /// <inheritdoc cref="StartClient"/>
    public IClientProcess Start(ClientRequest request, Action<string?> heard) => new TestPerfProcess(
        launcher.Start(new LaunchRequest
        {
            Command = Command(request),
            Cpus = new CpuSet([cpus[request.Index % cpus.Count]]),
            PipesOption = "--pipes",
        }),
        heard);

    /// <summary>
    /// The harness itself owns the first shares: it puts the keys there that all look up, before any client is started.
    /// </summary>
    private List<string> Command(ClientRequest request)
    {
        var highest = scenario.Load.Holds.DefaultIfEmpty(scenario.Load.MaxClients).Max();
        List<string> command =
        [
            .. program, "client", "testperf", request.Target.ToString(), "--controlled", "--live",
            "--number", Text(cpus.Count + request.Index + 1),
            "--of", Text(cpus.Count + Math.Max(UsualClients, highest)),
            "--stages", request.Stage, "--seconds", Text(Seconds), "--slice-ms", Text(scenario.Load.Window_ms),
            "--timeout-ms", Text(scenario.Load.OperationTimeout_ms),
        ];
        foreach (var (name, value) in scenario.ClientOptions) command.AddRange(["--" + name, value]);
        return command;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
