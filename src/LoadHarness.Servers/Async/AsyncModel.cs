using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Servers.Async;

/// <summary>
/// The idiomatic .NET server: an asynchronous method for every connection, on the threads of the runtime's pool, woken
/// by the runtime's own epoll. Receives and sends are the socket's value tasks, which it keeps and uses again.
/// </summary>
public sealed class AsyncModel : IServerModel
{
    /// <summary>
    /// Read once by the runtime, when the first socket of a process does something asynchronously.
    /// </summary>
    private const string InlineVariable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    private const string Completions = "completions";
    private const string Pool = "pool";
    private const string Inline = "inline";

    /// <inheritdoc/>
    public string Name => "async";

    /// <inheritdoc/>
    public string Summary => "an asynchronous method for every connection, on the runtime's pool of threads";

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new(Completions, OptionKind.Choice, Pool,
            "where work goes on when a socket is ready: on the pool's threads, or inline on the thread that waits for "
            + "all sockets, which saves a change of threads but has one thread for all",
            OptionSide.Server, Choices: [Pool, Inline]),
    ];

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink)
    {
        if (string.Equals(ModelSettings.Of(this, options.ModelOptions).Text(Completions), Inline,
            StringComparison.Ordinal))
        {
            Environment.SetEnvironmentVariable(InlineVariable, "1");
        }

        return new AsyncServer(service, options, sink);
    }
}
