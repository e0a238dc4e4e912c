using System.Net;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// An event-driven server as others see it; its loop does the work, on a thread of its own.
/// </summary>
internal sealed class LoopServer : RunningServer
{
    private readonly IServerLoop _loop;

    /// <summary>Binds, listens and starts.</summary>
    /// <param name="open">Makes the loop.</param>
    public LoopServer(Func<ServerLife, IServerLoop> open)
    {
        _loop = open(Life);
        new Thread(Run) { IsBackground = true, Name = _loop.Name }.Start();
    }

    /// <inheritdoc/>
    public override IPEndPoint Endpoint => _loop.Endpoint;

    /// <inheritdoc/>
    public override void Stop()
    {
        base.Stop();
        _loop.Wake();
    }

    private void Run()
    {
        try
        {
            _loop.Run();
        }
        catch (Exception fault)
        {
            // Durability is lost: no reply that waits may leave, and the server must not go on.
            Life.Fail(fault);
        }
        finally
        {
            _loop.Dispose();
            Life.End();
        }
    }
}
