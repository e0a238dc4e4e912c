using System.Net;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Servers;

/// <summary>A server that listens. Disposing stops it and waits until it has stopped.</summary>
public interface IRunningServer : IDisposable
{
    /// <summary>The true address and port (never port 0).</summary>
    IPEndPoint Endpoint { get; }

    /// <summary>Connections accepted since start.</summary>
    long AcceptedCount { get; }

    /// <summary>Connections open now.</summary>
    int OpenCount { get; }

    /// <summary>
    /// Completes what this process tells of itself with what the server knows: its connections, and the counts of
    /// other processes that serve for it.
    /// </summary>
    /// <param name="own">Of this process.</param>
    ControlSample Complete(ControlSample own) => own with { Accepted = AcceptedCount, Open = OpenCount };

    /// <summary>
    /// Completes when the server has stopped: with no fault after <see cref="Stop"/>,
    /// with the fault when it cannot go on (e.g. <see cref="Contracts.Serving.DurabilityException"/>).
    /// </summary>
    Task Completion { get; }

    /// <summary>
    /// Asks it to stop: no new connection or request is taken, replies whose log is being flushed still leave,
    /// then connections close. Returns at once; stopping takes less than a second whatever clients do.
    /// </summary>
    void Stop();
}
