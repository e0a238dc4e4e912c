using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Async;

/// <summary>
/// The asynchronous server: one method accepts, one serves each connection. Only the end of it all, off the hot path,
/// is kept by a thread, the same way as for blocking servers.
/// </summary>
internal sealed class AsyncServer : IRunningServer
{
    private readonly IService _service;
    private readonly IEventSink _sink;
    private readonly Exclusion? _exclusion;
    private readonly Socket _listener;
    private readonly ServerLife _life = new();
    private readonly ServerLimits _limits;
    private readonly AcceptShortage _shortage;
    private readonly OpenConnections _open = new(int.MaxValue);
    private readonly SemaphoreSlim _room;
    private readonly CancellationTokenSource _stopping = new();
    private readonly AsyncFlusher? _flusher;
    private readonly Task _acceptor;

    /// <summary>Binds, listens and starts.</summary>
    public AsyncServer(IService service, ServerOptions options, IEventSink sink)
    {
        _service = service;
        _sink = sink;
        _exclusion = Exclusion.For(service.NeedsExclusion);
        _limits = new ServerLimits(options);
        _shortage = new AcceptShortage(sink);
        _room = new SemaphoreSlim(_limits.MaxConnections);
        _flusher = service.Durable is { } durable ? new AsyncFlusher(durable) : null;
        _listener = ListeningSocket.Open(options.Endpoint, options.Backlog, options.SharesPort);
        Endpoint = (IPEndPoint)_listener.LocalEndPoint!;
        _acceptor = AcceptAllAsync();
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

    private async Task AcceptAllAsync()
    {
        try
        {
            while (true)
            {
                if (_room.CurrentCount == 0) _shortage.Full(_limits);
                await _room.WaitAsync(_stopping.Token);
                if (!await AcceptAsync()) _room.Release();
            }
        }
        catch (Exception) when (_life.IsStopping)
        {
            // The listener is closed.
        }
        catch (Exception fault)
        {
            _life.Fail(fault);
        }
    }

    /// <summary>True when a connection was accepted, false when it is to be tried again.</summary>
    private async Task<bool> AcceptAsync()
    {
        try
        {
            Welcome(await _listener.AcceptAsync());
            return true;
        }
        catch (SocketException e) when (AcceptErrors.Classify(e.SocketErrorCode) == AcceptProblem.Transient)
        {
            return false;
        }
        catch (SocketException e) when (AcceptErrors.Classify(e.SocketErrorCode) == AcceptProblem.Exhausted)
        {
            _shortage.Occurred(Shortages.Of(e.SocketErrorCode) ?? e.Message);
            await Task.Delay(AcceptErrors.BackOff, TimeProvider.System, _stopping.Token);
            return false;
        }
    }

    private void Welcome(Socket socket)
    {
        var conversation = new Conversation(
            _life.Opened(), (IPEndPoint)socket.RemoteEndPoint!, _service, _exclusion, _sink, _limits);
        var connection = new AsyncConnection(socket, conversation, _flusher, _life);
        _open.Add(connection);
        _ = ServeAsync(connection);
    }

    private async Task ServeAsync(AsyncConnection connection)
    {
        // The accepting method goes on at once, whatever the connection's first step costs.
        await Task.Yield();
        await connection.RunAsync();
        connection.CutOff();
        _life.Closed();
        _open.Remove(connection);
        _room.Release();
    }

    private void KeepTime()
    {
        while (!_life.WaitForStop(_limits.Timing.CheckInterval)) _open.DropOverdue(_limits.Timing.Now);
        _stopping.Cancel();
        _listener.Dispose();
        Task.WaitAny(_acceptor);
        _open.StopReading();
        if (!_open.WaitUntilNone(ServerTiming.StopGrace)) _open.CutOffAll();
        _open.WaitUntilNone(Timeout.InfiniteTimeSpan);
        _life.End();
    }
}
