using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// A server of blocking threads: one of them accepts. What an accepted connection is served by is the model's own: the
/// accepting thread itself, or another one.
/// </summary>
internal sealed class BlockingServer : ConnectionServer
{
    private readonly Action<BlockingServer, BlockingConnection> _serve;
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
        : base(service, options, sink, exclusion)
    {
        _serve = serve;
        _flusher = service.Durable is { } durable ? new SharedFlusher(durable) : null;
        _acceptor = new Thread(AcceptAll) { IsBackground = true, Name = "accept" };
        _acceptor.Start();
        StartKeepingTime();
    }

    /// <summary>
    /// Serves a connection to its end on the calling thread; once the server is stopping, no new one is served.
    /// </summary>
    public void Serve(BlockingConnection connection)
    {
        try
        {
            if (!Life.IsStopping) connection.Run();
        }
        finally
        {
            Forget(connection);
        }
    }

    /// <inheritdoc/>
    protected override void AwaitAcceptor() => _acceptor.Join();

    private void AcceptAll()
    {
        while (WaitForRoom() && !Life.IsStopping)
        {
            try
            {
                Welcome(Listener.Accept());
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (Life.IsStopping)
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
        if (Open.IsFull) Shortage.Full(Limits);
        return Open.WaitForRoom();
    }

    private void Recover(AcceptProblem problem, Exception cause, string why)
    {
        if (problem == AcceptProblem.Transient) return;
        if (problem == AcceptProblem.Fatal)
        {
            Life.Fail(cause);
            return;
        }

        Shortage.Occurred(why);
        Life.WaitForStop(AcceptErrors.BackOff);
    }

    private void Welcome(Socket socket)
    {
        var connection = new BlockingConnection(socket, Converse(socket), _flusher, Life);
        var isServed = false;
        try
        {
            if (!Open.Add(connection)) return;
            _serve(this, connection);
            isServed = true;
        }
        finally
        {
            if (!isServed) Forget(connection);
        }
    }
}
