using LoadHarness.Platform.Network.Epoll;
using LoadHarness.Platform.Network.Portable;

namespace LoadHarness.Platform.Network;

/// <summary>Makes network loops by name.</summary>
public static class NetworkLoops
{
    /// <summary>The best loop of this system.</summary>
    public const string Auto = "auto";

    /// <summary>Linux epoll.</summary>
    public const string Epoll = "epoll";

    /// <summary>Plain sockets, on every system; slower.</summary>
    public const string Portable = "portable";

    /// <summary>Every name <see cref="Create"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, Epoll, Portable];

    /// <summary>Makes a loop for one thread.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">No such loop.</exception>
    /// <exception cref="PlatformNotSupportedException">This system has no such loop.</exception>
    public static INetworkLoop Create(string name) => name switch
    {
        Auto => OperatingSystem.IsLinux() ? new EpollLoop() : new PortableLoop(),
        Portable => new PortableLoop(),
        Epoll when OperatingSystem.IsLinux() => new EpollLoop(),
        Epoll => throw new PlatformNotSupportedException("The epoll loop needs Linux; use portable."),
        _ => throw new ArgumentException($"There is no network loop '{name}'; known are {string.Join(", ", Names)}.",
            nameof(name)),
    };
}
