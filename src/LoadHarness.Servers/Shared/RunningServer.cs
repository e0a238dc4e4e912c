using System.Net;

namespace LoadHarness.Servers.Shared;

/// <summary>A server that serves in this process, as others see it.</summary>
internal abstract class RunningServer : IRunningServer
{
    /// <inheritdoc/>
    public abstract IPEndPoint Endpoint { get; }

    /// <inheritdoc/>
    public long AcceptedCount => Life.AcceptedCount;

    /// <inheritdoc/>
    public int OpenCount => Life.OpenCount;

    /// <inheritdoc/>
    public Task Completion => Life.Completion;

    /// <summary>What it keeps about itself.</summary>
    protected ServerLife Life { get; } = new();

    /// <inheritdoc/>
    public virtual void Stop() => Life.Stop();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Stop();
        Life.AwaitEnd();
    }
}
