using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Sequential;

/// <summary>
/// One connection at a time: the thread that accepts also serves, and the others wait in the backlog.
/// </summary>
public sealed class SequentialModel : IServerModel
{
    /// <inheritdoc/>
    public string Name => "sequential";

    /// <inheritdoc/>
    public string Summary => "one connection at a time; the others wait until it has ended";

    /// <inheritdoc/>
    public int? ConnectionLimit(WorkloadSettings settings) => 1;

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink) =>
        new BlockingServer(service, options, sink, exclusion: null,
            static (server, connection) => server.Serve(connection));
}
