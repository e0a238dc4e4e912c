using System.Globalization;
using LoadHarness.Platform.Network.Epoll;
using LoadHarness.Platform.Network.IoUring;
using LoadHarness.Platform.Network.Portable;

namespace LoadHarness.Platform.Network;

/// <summary>Makes network loops by name.</summary>
public static class NetworkLoops
{
    /// <summary>The best loop of this system.</summary>
    public const string Auto = "auto";

    /// <summary>Linux epoll.</summary>
    public const string Epoll = "epoll";

    /// <summary>Linux io_uring; the epoll loop where the kernel or a sandbox forbids it.</summary>
    public const string IoUring = "io_uring";

    /// <summary>Plain sockets, on every system; slower.</summary>
    public const string Portable = "portable";

    private const int NotPermittedError = 1;
    private const int NotImplementedError = 38;
    private const int InvalidError = 22;

    /// <summary>Every name <see cref="Create"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, Epoll, IoUring, Portable];

    /// <summary>Makes a loop for one thread.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">No such loop.</exception>
    /// <exception cref="PlatformNotSupportedException">This system has no such loop.</exception>
    public static INetworkLoop Create(string name) => name switch
    {
        Auto => OperatingSystem.IsLinux() ? new EpollLoop() : new PortableLoop(),
        Portable => new PortableLoop(),
        Epoll when OperatingSystem.IsLinux() => new EpollLoop(),
        IoUring when OperatingSystem.IsLinux() =>
            IoUringLoop.Open(out var errorNumber) ?? InsteadOfIoUring(errorNumber),
        Epoll or IoUring => throw new PlatformNotSupportedException($"The {name} loop needs Linux; use portable."),
        _ => throw new ArgumentException($"There is no network loop '{name}'; known are {string.Join(", ", Names)}.",
            nameof(name)),
    };

    /// <summary>The epoll loop with a note that says why it was taken.</summary>
    /// <param name="errorNumber">What the kernel answered.</param>
    internal static INetworkLoop InsteadOfIoUring(int errorNumber) => new EpollLoop
    {
        Note = "io_uring is not available: " + errorNumber switch
        {
            NotPermittedError => "not permitted here (kernel.io_uring_disabled, or a sandbox)",
            NotImplementedError => "this kernel, or a sandbox, does not have it",
            InvalidError => "this kernel is older than Linux 6.1",
            _ => string.Create(CultureInfo.InvariantCulture, $"error {errorNumber}"),
        },
    };
}
