using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Select;

/// <summary>
/// The select server as others see it; <see cref="SelectLoop"/> does the work on a thread of its own.
/// </summary>
internal sealed class SelectServer : IRunningServer
{
    private readonly ServerLife _life = new();
    private readonly WakeSocket _wake = new();
    private readonly Socket _master;

    /// <summary>Binds, listens and starts.</summary>
    public SelectServer(IService service, ServerOptions options, IEventSink sink)
    {
        try
        {
            _master = ListeningSocket.Open(options.Endpoint, options.Backlog, options.SharesPort);
        }
        catch
        {
            _wake.Dispose();
            throw;
        }

        _master.Blocking = false;
        Endpoint = (IPEndPoint)_master.LocalEndPoint!;
        var loop = new SelectLoop(_master, _wake, service, options, sink, _life);
        new Thread(() => Run(loop)) { IsBackground = true, Name = "select" }.Start();
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
        _wake.Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _life.AwaitEnd();
    }

    private void Run(SelectLoop loop)
    {
        try
        {
            loop.Run();
        }
        catch (Exception fault)
        {
            // Durability is lost: no reply that waits may leave, and the server must not go on.
            _life.Fail(fault);
        }
        finally
        {
            loop.CloseAll();
            _master.Dispose();
            _wake.Dispose();
            _life.End();
        }
    }
}
