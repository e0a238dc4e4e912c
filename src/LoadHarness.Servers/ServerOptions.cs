using System.Net;

namespace LoadHarness.Servers;

/// <summary>Where a server listens and the limits it keeps.</summary>
public sealed record ServerOptions
{
    /// <summary>Address and port; port 0 takes any free one. Default 127.0.0.1:0.</summary>
    public IPEndPoint Endpoint { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Values for <see cref="IServerModel.Options"/>, by name; what is absent has its default.</summary>
    public IReadOnlyDictionary<string, string> ModelOptions { get; init; } = ModelSettings.None;

    /// <summary>
    /// True for one of several processes on the same port, which their parent holds. Default false.
    /// </summary>
    public bool SharesPort { get; init; }

    /// <summary>How a model of several processes starts them; null where it cannot.</summary>
    public IWorkerStarter? Workers { get; init; }

    /// <summary>
    /// Length of the queue of connections not yet accepted; the kernel caps it at net.core.somaxconn. Default 4096.
    /// </summary>
    public int Backlog { get; init; } = 4096;

    /// <summary>
    /// Most connections open at once; more wait in the backlog. Fewer where the process has not the descriptors for
    /// them, see <see cref="LoadHarness.Platform.Processes.DescriptorLimit.Connections"/>. Default 100,000.
    /// </summary>
    public int MaxConnections { get; init; } = 100_000;

    /// <summary>
    /// A connection without any progress (no byte in or out) for this long is dropped. Default 10 minutes.
    /// </summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Longest time from the first byte of a request to its last: then an error, where the protocol has one, and the
    /// end. What is waited for after a whole request, or before one, is no part of it. Default 60 s.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Longest time in which a client must take the next 64 KiB of its answer, or all that is left of it; then the
    /// connection is reset. Default 60 s.
    /// </summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Longest request of any service; most services have a smaller limit of their own. Default 64 MiB.
    /// </summary>
    public int LongestRequest_bytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Most bytes of incomplete requests that all connections together may keep waiting, those below 64 KiB not
    /// counted: whose request goes beyond is given up. Default 1 GiB.
    /// </summary>
    public long HeldInput_bytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Longest time a closing connection is drained of what the peer still sends. Default 1 s.</summary>
    public TimeSpan LingerTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often it is looked whether one of these times is over. Coarse: what they guard against lasts seconds or
    /// minutes. Default 250 ms.
    /// </summary>
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Time source for timeouts; tests pass their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
