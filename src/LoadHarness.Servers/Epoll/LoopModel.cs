using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Network;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Epoll;

/// <summary>
/// One thread that is told by the system what has happened to which connection, so that idle ones cost nothing: the
/// loop that the load engine uses, too. A model is this class with a loop of <see cref="NetworkLoops"/>.
/// </summary>
public sealed class LoopModel : IServerModel
{
    private readonly string _loop;

    private LoopModel(string name, string loop, string summary)
    {
        Name = name;
        Summary = summary;
        _loop = loop;
    }

    /// <summary>On Linux epoll; elsewhere the portable loop.</summary>
    public static LoopModel Epoll { get; } = new(
        "epoll",
        OperatingSystem.IsLinux() ? NetworkLoops.Epoll : NetworkLoops.Portable,
        "one thread for all connections, told by epoll which ones are ready; one log flush per turn");

    /// <summary>On Linux io_uring; epoll where it is forbidden, and elsewhere the portable loop.</summary>
    public static LoopModel IoUring { get; } = new(
        "io_uring",
        OperatingSystem.IsLinux() ? NetworkLoops.IoUring : NetworkLoops.Portable,
        "one thread for all connections, one call to the kernel for all that a turn sends and receives");

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Summary { get; }

    /// <inheritdoc/>
    public bool HasTimers => true;

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink) =>
        new LoopServer(life => new LoopTurns(_loop, service, options, sink, life));
}
