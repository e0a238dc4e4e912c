using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>Starts the servers that load tools are compared on, each as its scenario says.</summary>
/// <param name="launcher">Starts processes.</param>
/// <param name="cpu">The servers' CPU.</param>
internal sealed class ServerPark(ProcessLauncher launcher, int cpu) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loadharness-peers-");

    /// <summary>Starts the server of a scenario.</summary>
    /// <param name="file">The scenario's file.</param>
    /// <param name="workload">Its workload.</param>
    /// <exception cref="InvalidOperationException">The scenario is not valid or the server does not start.</exception>
    public ISut Start(string file, IWorkload workload)
    {
        var problems = new List<string>();
        var scenario = new ScenarioFile([workload], []).Load(file, problems);
        return scenario?.Server.Foreign is { } server
            ? Start(server, workload)
            : throw new InvalidOperationException(string.Join("; ", problems));
    }

    /// <summary>Starts a server by its command.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public ISut Start(ForeignServer server, IWorkload workload)
    {
        var request = new SutRequest(
            workload, server.Name, Scenario.NoOptions, Scenario.NoOptions,
            Path.Combine(_folder.FullName, server.Name));
        try
        {
            return new CommandSutStarter(launcher, server, new CpuSet([cpu])).Start(request, default);
        }
        catch (SutException e)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
