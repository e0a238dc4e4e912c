using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Epoll;

/// <summary>
/// An event-driven server as others see it; <see cref="LoopTurns"/> does the work on a thread of its own.
/// </summary>
internal sealed class LoopServer : IRunningServer
{
    private readonly ServerLife _life = new();
    private readonly INetworkLoop _loop;

    /// <summary>Binds, listens and starts.</summary>
    public LoopServer(string loopName, IService service, ServerOptions options, IEventSink sink)
    {
        _loop = NetworkLoops.Create(loopName);
        try
        {
            Endpoint = _loop.Listen(options.Endpoint, options.Backlog, options.SharesPort);
        }
        catch
        {
            _loop.Dispose();
            throw;
        }

        if (_loop.Note is { } note)
            sink.Occurred(new ServiceEvent("loop-replaced", MonotonicClock.Now_ns, 0, 1, $"{_loop.Name}: {note}"));
        var turns = new LoopTurns(_loop, service, options, sink, _life);
        new Thread(() => Run(turns)) { IsBackground = true, Name = _loop.Name }.Start();
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
    public void Stop()
    {
        _life.Stop();
        _loop.Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _life.AwaitEnd();
    }

    private void Run(LoopTurns turns)
    {
        try
        {
            turns.Run();
        }
        catch (Exception fault)
        {
            // Durability is lost: no reply that waits may leave, and the server must not go on.
            _life.Fail(fault);
        }
        finally
        {
            turns.CloseAll();
            _loop.Dispose();
            _life.End();
        }
    }
}
