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

    /// <summary>The words behind this program's name that start a client.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="target">Address of the server.</param>
    /// <param name="number">Its number among all that own keys.</param>
    /// <param name="of">How many those are.</param>
    /// <param name="stage">What it is to make ready.</param>
    internal static List<string> Words(Scenario scenario, string target, string number, string of, string stage)
    {
        List<string> words =
        [
            "client", "testperf", target, "--controlled", "--live", "--number", number, "--of", of,
            "--stages", stage, "--seconds", Text(Seconds), "--slice-ms", Text(scenario.Load.Window_ms),
            "--timeout-ms", Text(scenario.Load.OperationTimeout_ms),
        ];
        foreach (var (name, value) in scenario.ClientOptions) words.AddRange(["--" + name, value]);
        return words;
    }

    /// <summary>
    /// The harness itself owns the first shares: it puts the keys there that all look up, before any client is started.
    /// </summary>
    private List<string> Command(ClientRequest request)
    {
        var highest = scenario.Load.Holds.DefaultIfEmpty(scenario.Load.MaxClients).Max();
        return
        [
            .. program,
            .. Words(
                scenario, request.Target.ToString(), Text(cpus.Count + request.Index + 1),
                Text(cpus.Count + Math.Max(UsualClients, highest)), request.Stage),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
