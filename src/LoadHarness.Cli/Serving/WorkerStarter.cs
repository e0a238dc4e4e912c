using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Platform.Processes;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Serving;

/// <summary>Starts worker processes: this program's <c>serve</c> with the same workload and the same options.</summary>
internal sealed class WorkerStarter : IWorkerStarter, IDisposable
{
    /// <summary>The hidden flag of a worker.</summary>
    public const string Flag = "--worker";

    private readonly List<string> _arguments;
    private readonly IReadOnlyList<string> _program = ProgramCommand.Of(typeof(WorkerStarter).Assembly);
    private readonly Lazy<ProcessLauncher> _launcher;

    /// <summary>Prepares; nothing is started yet.</summary>
    public WorkerStarter(ServeRequest request, IWorkload workload, WorkloadSettings settings)
    {
        _launcher = new Lazy<ProcessLauncher>(() => new ProcessLauncher(_program));
        _arguments = ["serve", workload.Name, Flag];
        foreach (var option in workload.Options.Where(option => (option.Side & OptionSide.Server) != OptionSide.None))
            _arguments.AddRange(["--" + option.Name, settings.Text(option.Name)]);
        foreach (var (name, value) in request.Limits.Values) _arguments.AddRange(["--" + name, value]);
        if (request.IsQuiet) _arguments.Add("--quiet");
        if (request.IsTraced) _arguments.Add("--trace");
    }

    /// <inheritdoc/>
    public ChildProcess Start(string model, IPEndPoint endpoint, Action<string> printed)
    {
        var port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        return _launcher.Value.Start(new LaunchRequest
        {
            Command =
            [
                .. _program, .. _arguments, "--model", model, "--host", endpoint.Address.ToString(), "--port", port,
            ],
            ControlOption = "--control",
            Printed = printed,
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_launcher.IsValueCreated) _launcher.Value.Dispose();
    }
}
