using LoadHarness.Engine;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>Holds all connections for one window, and looks at the process's memory at its end.</summary>
/// <param name="connected">Called when all clients have tried to connect.</param>
internal sealed class HoldObserver(Action connected) : ILoadObserver
{
    /// <summary>Resident memory at the end of the window, with all connections, bytes.</summary>
    public long Held_bytes { get; private set; }

    /// <inheritdoc/>
    public void Started(long start_ns) => connected();

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        Held_bytes = Environment.WorkingSet;
        return false;
    }
}
