using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Servers.Prefork;

/// <summary>
/// Several processes on one port, each with a single-threaded model; the kernel spreads new connections over them
/// (SO_REUSEPORT). The parent serves nothing: it starts them, adds up their counts and stops them.
/// </summary>
public sealed class PreforkModel : IServerModel
{
    private const string Workers = "workers";
    private readonly IServerModel _worker;

    /// <summary>Makes the model.</summary>
    /// <param name="worker">What each process serves with.</param>
    public PreforkModel(IServerModel worker) => _worker = worker;

    /// <inheritdoc/>
    public string Name => "prefork";

    /// <inheritdoc/>
    public string Summary => $"several processes on one port, each serving like {_worker.Name}; nothing is shared";

    /// <inheritdoc/>
    public bool IsSpreadOverProcesses => true;

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new(Workers, OptionKind.Integer, "0", "processes that serve, 1 to 256; 0 = one for each CPU it may use",
            OptionSide.Server, 0, 256),
    ];

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink)
    {
        var asked = (int)ModelSettings.Of(this, options.ModelOptions).Integer(Workers);
        if (!SharedPort.IsSupported)
            throw new ServerSetupException($"{Name}: only Linux spreads connections over processes on one port");
        if (options.Workers is not { } starter)
            throw new ServerSetupException($"{Name}: this program cannot start worker processes");
        // The runtime counts only the CPUs that this process is bound to.
        return new PreforkServer(_worker.Name, asked > 0 ? asked : Environment.ProcessorCount, starter, options, sink);
    }
}
