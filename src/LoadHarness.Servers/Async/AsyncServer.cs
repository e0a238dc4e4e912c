using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Async;

/// <summary>
/// The asynchronous server: one method accepts, one serves each connection. Only the end of it all, off the hot path,
/// is kept by a thread, the same way as for blocking servers.
/// </summary>
internal sealed class AsyncServer : ConnectionServer
{
    private readonly SemaphoreSlim _room;
    private readonly CancellationTokenSource _stopping = new();
    private readonly AsyncFlusher? _flusher;
    private readonly Task _acceptor;

    /// <summary>Binds, listens and starts.</summary>
    public AsyncServer(IService service, ServerOptions options, IEventSink sink)
        : base(service, options, sink, Exclusion.For(service.NeedsExclusion))
    {
        _room = new SemaphoreSlim(Limits.MaxConnections);
        _flusher = service.Durable is { } durable ? new AsyncFlusher(durable) : null;
        _acceptor = AcceptAllAsync();
        StartKeepingTime();
    }

    /// <inheritdoc/>
    protected override void EndAccepting()
    {
        _stopping.Cancel();
        base.EndAccepting();
    }

    /// <inheritdoc/>
    protected override void AwaitAcceptor() => Task.WaitAny(_acceptor);

    private async Task AcceptAllAsync()
    {
        try
        {
            while (true)
            {
                if (_room.CurrentCount == 0) Shortage.Full(Limits);
                await _room.WaitAsync(_stopping.Token);
                if (!await AcceptAsync()) _room.Release();
            }
        }
        catch (Exception) when (Life.IsStopping)
        {
            // The listener is closed.
        }
        catch (Exception fault)
        {
            Life.Fail(fault);
        }
    }

    /// <summary>True when a connection was accepted, false when it is to be tried again.</summary>
    private async Task<bool> AcceptAsync()
    {
        try
        {
            Welcome(await Listener.AcceptAsync());
            return true;
        }
        catch (SocketException e) when (AcceptErrors.Classify(e.SocketErrorCode) == AcceptProblem.Transient)
        {
            return false;
        }
        catch (SocketException e) when (AcceptErrors.Classify(e.SocketErrorCode) == AcceptProblem.Exhausted)
        {
            Shortage.Occurred(Shortages.Of(e.SocketErrorCode) ?? e.Message);
            await Task.Delay(AcceptErrors.BackOff, TimeProvider.System, _stopping.Token);
            return false;
        }
    }

    private void Welcome(Socket socket)
    {
        var connection = new AsyncConnection(socket, Converse(socket), _flusher, Life);
        if (Open.Add(connection)) _ = ServeAsync(connection);
        else Forget(connection);
    }

    private async Task ServeAsync(AsyncConnection connection)
    {
        // The accepting method goes on at once, whatever the connection's first step costs.
        await Task.Yield();
        await connection.RunAsync();
        Forget(connection);
        _room.Release();
    }
}
