using LoadHarness.Contracts.Serving;

namespace LoadHarness.Servers;

/// <summary>How connections become calls of a service. Knows connection handlers and never a workload.</summary>
public interface IServerModel
{
    /// <summary>Name as typed, e.g. <c>select</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for help texts and the report.</summary>
    string Summary { get; }

    /// <summary>
    /// Connections served at the same time; others wait until one of them ends. Null = no such limit.
    /// </summary>
    int? ConnectionLimit => null;

    /// <summary>
    /// Binds, listens and serves on threads of its own. When it returns, connects succeed.
    /// </summary>
    /// <param name="service">The service; the caller disposes it after the server has stopped.</param>
    /// <param name="options">Where to listen, and limits.</param>
    /// <param name="sink">Console lines, trace and events.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The address cannot be bound (in use, no
    /// permission).</exception>
    IRunningServer Start(IService service, ServerOptions options, IEventSink sink);
}
