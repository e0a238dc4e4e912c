using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// The part that servers of blocking threads share: one thread accepts, one keeps the time and ends it all. What an
/// accepted
/// connection is served by is the model's own: the accepting thread itself, or a new one.
/// </summary>
internal sealed class BlockingServer : IRunningServer
{
    private readonly IService _service;
    private readonly IEventSink _sink;
    private readonly Exclusion? _exclusion;
    private readonly Action<BlockingServer, BlockingConnection> _serve;
    private readonly Socket _listener;
    private readonly ServerLife _life = new();
    private readonly ServerLimits _limits;
    private readonly AcceptShortage _shortage;
    private readonly OpenConnections _open;
    private readonly SharedFlusher? _flusher;
    private readonly Thread _acceptor;

    /// <summary>Binds, listens and starts.</summary>
    /// <param name="service">The service.</param>
    /// <param name="options">Where to listen, and limits.</param>
    /// <param name="sink">Where faults and the trace go.</param>
    /// <param name="exclusion">For handler calls when they may come from several threads and must not overlap; ends
    /// with the server.</param>
    /// <param name="serve">
    /// Lets <see cref="Serve"/> run for a connection; called by the accepting thread, which accepts the next when it
    /// returns.
    /// </param>
    public BlockingServer(
        IService service,
        ServerOptions options,
        IEventSink sink,
        Exclusion? exclusion,
        Action<BlockingServer, BlockingConnection> serve)
    {
        _service = service;
        _sink = sink;
        _exclusion = exclusion;
        _serve = serve;
        _limits = new ServerLimits(options);
        _shortage = new AcceptShortage(sink);
        _open = new OpenConnections(_limits.MaxConnections);
        _flusher = service.Durable is { } durable ? new SharedFlusher(durable) : null;
        _listener = ListeningSocket.Open(options.Endpoint, options.Backlog, options.SharesPort);
        Endpoint = (IPEndPoint)_listener.LocalEndPoint!;
        _acceptor = new Thread(AcceptAll) { IsBackground = true, Name = "accept" };
        _acceptor.Start();
        new Thread(KeepTime) { IsBackground = true, Name = "timekeeper" }.Start();
    }

    /// <inheritdoc/>
    public IPEndPoint Endpoint { get; }

    /// <inheritdoc/>
    public long AcceptedCount => _life.AcceptedCount;

    /// <inheritdoc/>
    public int OpenCount => _life.OpenCount;

    /// <inheritdoc/>
    public Task Completion => _life.Completion;

    /// <inheritdoc/>
    public void Stop() => _life.Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _life.AwaitEnd();
        _exclusion?.Dispose();
    }

    /// <summary>
    /// Serves a connection to its end on the calling thread; once the server is stopping, no new one is served.
    /// </summary>
    public void Serve(BlockingConnection connection)
    {
        try
        {
            if (!_life.IsStopping) connection.Run();
        }
        finally
        {
            Forget(connection);
        }
    }

    private void AcceptAll()
    {
        while (WaitForRoom() && !_life.IsStopping)
        {
            try
            {
                Welcome(_listener.Accept());
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (_life.IsStopping)
            {
                return;
            }
            catch (SocketException e)
            {
                Recover(AcceptErrors.Classify(e.SocketErrorCode), e, Shortages.Of(e.SocketErrorCode) ?? e.Message);
            }
            catch (OutOfMemoryException e)
            {
                // Also what the runtime throws when the system gives it no more threads.
                Recover(AcceptProblem.Exhausted, e, Shortages.OfThreads);
            }
        }
    }

    private bool WaitForRoom()
    {
        if (_open.IsFull) _shortage.Full(_limits);
        return _open.WaitForRoom();
    }

    private void Recover(AcceptProblem problem, Exception cause, string why)
    {
        if (problem == AcceptProblem.Transient) return;
        if (problem == AcceptProblem.Fatal)
        {
            _life.Fail(cause);
            return;
        }

        _shortage.Occurred(why);
        _life.WaitForStop(AcceptErrors.BackOff);
    }

    private void Welcome(Socket socket)
    {
        var conversation = new Conversation(
            _life.Opened(), (IPEndPoint)socket.RemoteEndPoint!, _service, _exclusion, _sink, _limits);
        var connection = new BlockingConnection(socket, conversation, _flusher, _life);
        var isServed = false;
        try
        {
            if (!_open.Add(connection)) return;
            _serve(this, connection);
            isServed = true;
        }
        finally
        {
            if (!isServed) Forget(connection);
        }
    }

    private void Forget(BlockingConnection connection)
    {
        connection.CutOff();
        _life.Closed();
        _open.Remove(connection);
    }

    private void KeepTime()
    {
        while (!_life.WaitForStop(_limits.Timing.CheckInterval)) _open.DropOverdue(_limits.Timing.Now);
        _listener.Dispose();
        _open.StopReading();
        if (!_open.WaitUntilNone(ServerTiming.StopGrace)) _open.CutOffAll();
        _open.WaitUntilNone(Timeout.InfiniteTimeSpan);
        _acceptor.Join();
        _life.End();
    }
}
