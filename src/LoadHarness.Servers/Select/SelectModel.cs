using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Select;

/// <summary>
/// One thread, one master socket, a dictionary of connected sockets and Socket.Select: requests of all connections are
/// interleaved and executed one at a time. On Linux the runtime implements Select with poll(2):
/// there is no limit of 1,024 descriptors, and its cost grows with every connected socket, idle or not.
/// </summary>
public sealed class SelectModel : IServerModel
{
    /// <inheritdoc/>
    public string Name => "select";

    /// <inheritdoc/>
    public string Summary => "one thread for all connections, woken by Socket.Select (poll on Linux)";

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink) =>
        new LoopServer(life => new SelectLoop(service, options, sink, life));
}
