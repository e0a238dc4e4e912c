using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Threaded;

/// <summary>A new thread for every connection, with blocking calls only.</summary>
public sealed class ThreadedModel : IServerModel
{
    /// <summary>
    /// Handlers keep little on the stack, and thousands of threads with the usual 8 MiB each would exhaust
    /// the address space or the limits of a container long before the memory.
    /// </summary>
    private const int Stack_bytes = 256 * 1024;

    /// <inheritdoc/>
    public string Name => "threaded";

    /// <inheritdoc/>
    public string Summary => "a new thread for every connection, blocking calls";

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink) =>
        new BlockingServer(service, options, sink, Exclusion.For(service.NeedsExclusion), ServeOnNewThread);

    private static void ServeOnNewThread(BlockingServer server, BlockingConnection connection) =>
        new Thread(() => server.Serve(connection), Stack_bytes) { IsBackground = true, Name = "connection" }.Start();
}
