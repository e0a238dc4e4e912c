using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Servers;

/// <summary>How connections become calls of a service. Knows connection handlers and never a workload.</summary>
public interface IServerModel
{
    /// <summary>Name as typed, e.g. <c>select</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for help texts and the report.</summary>
    string Summary { get; }

    /// <summary>What can be set about it: feeds command-line flags, scenario validation and help.</summary>
    IReadOnlyList<WorkloadOption> Options => [];

    /// <summary>
    /// True when several processes serve, each some of the connections: no workload can have it whose connections
    /// share state, see <see cref="IWorkload.SharesState"/>.
    /// </summary>
    bool IsSpreadOverProcesses => false;

    /// <summary>
    /// True when handlers may ask for a moment (<see cref="Next.Wait"/>): no other model can have a workload that needs
    /// it, see <see cref="IWorkload.NeedsTimers"/>.
    /// </summary>
    bool HasTimers => false;

    /// <summary>
    /// Connections served at the same time; others wait until one of them ends. Null = no such limit.
    /// </summary>
    /// <param name="settings">Values for <see cref="Options"/>.</param>
    int? ConnectionLimit(WorkloadSettings settings) => null;

    /// <summary>
    /// Binds, listens and serves on threads of its own. When it returns, connects succeed.
    /// </summary>
    /// <param name="service">The service; the caller disposes it after the server has stopped.</param>
    /// <param name="options">Where to listen, and limits.</param>
    /// <param name="sink">Console lines, trace and events.</param>
    /// <exception cref="ServerSetupException">A value of <see cref="ServerOptions.ModelOptions"/> is wrong, or more
    /// than this machine gives.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address cannot be bound (in use, no
    /// permission).</exception>
    IRunningServer Start(IService service, ServerOptions options, IEventSink sink);
}
