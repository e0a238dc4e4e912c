using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// The part that servers share which serve each connection by a flow of control of its own: what they keep, and a
/// thread that keeps the time and ends it all. How they accept, and how an accepted connection is served, is their own.
/// </summary>
internal abstract class ConnectionServer : RunningServer
{
    private readonly IService _service;
    private readonly IEventSink _sink;
    private readonly Exclusion? _exclusion;

    /// <summary>Binds and listens.</summary>
    /// <param name="service">The service.</param>
    /// <param name="options">Where to listen, and limits.</param>
    /// <param name="sink">Where faults and the trace go.</param>
    /// <param name="exclusion">For handler calls when they may come from several threads and must not overlap; ends
    /// with the server.</param>
    protected ConnectionServer(IService service, ServerOptions options, IEventSink sink, Exclusion? exclusion)
    {
        _service = service;
        _sink = sink;
        _exclusion = exclusion;
        Limits = new ServerLimits(options);
        Shortage = new AcceptShortage(sink);
        Open = new OpenConnections(Limits.MaxConnections);
        Listener = ListeningSocket.Open(options.Endpoint, options.Backlog, options.SharesPort);
        Endpoint = (IPEndPoint)Listener.LocalEndPoint!;
    }

    /// <inheritdoc/>
    public sealed override IPEndPoint Endpoint { get; }

    /// <summary>What peers are allowed.</summary>
    protected ServerLimits Limits { get; }

    /// <summary>Tells what new connections lack.</summary>
    protected AcceptShortage Shortage { get; }

    /// <summary>The connections that are served now.</summary>
    protected OpenConnections Open { get; }

    /// <summary>Where connections come from.</summary>
    protected Socket Listener { get; }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _exclusion?.Dispose();
    }

    /// <summary>Starts the thread that keeps the time; when this is called, accepting has begun.</summary>
    protected void StartKeepingTime() =>
        new Thread(KeepTime) { IsBackground = true, Name = "timekeeper" }.Start();

    /// <summary>Counts a connection that was accepted and begins what is said on it.</summary>
    protected Conversation Converse(Socket socket) => new(
        Life.Opened(), (IPEndPoint)socket.RemoteEndPoint!, _service, _exclusion, _sink, Limits);

    /// <summary>A connection is served no more, however it ended.</summary>
    protected void Forget(IOpenConnection connection)
    {
        connection.CutOff();
        Life.Closed();
        Open.Remove(connection);
    }

    /// <summary>Accepts nothing more; connections are still served.</summary>
    protected virtual void EndAccepting() => Listener.Dispose();

    /// <summary>Waits for who accepts: it may be serving, too. No connection is open any more.</summary>
    protected abstract void AwaitAcceptor();

    private void KeepTime()
    {
        while (!Life.WaitForStop(Limits.Timing.CheckInterval)) Open.DropOverdue(Limits.Timing.Now);
        EndAccepting();
        Open.StopReading();
        if (!Open.WaitUntilNone(ServerTiming.StopGrace)) Open.CutOffAll();
        Open.WaitUntilNone(Timeout.InfiniteTimeSpan);
        AwaitAcceptor();
        Life.End();
    }
}
