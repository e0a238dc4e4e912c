namespace LoadHarness.Engine;

/// <summary>
/// Watches a run from the controlling thread (never from a generator thread) and decides when it is enough.
/// </summary>
public interface ILoadObserver
{
    /// <summary>All clients have tried to connect; the first window starts now. Not called for preparation.</summary>
    /// <param name="start_ns">Monotonic time.</param>
    void Started(long start_ns);

    /// <summary>A window has been closed on all generator threads and merged.</summary>
    /// <returns>True to go on with a further window, false to end the run.</returns>
    bool WindowClosed(WindowSnapshot window);

    /// <summary>
    /// The end is decided, whatever the reason, and clients will be told to stop when this returns: the load is still
    /// on. Called at most once. Clients of a preparation end by themselves.
    /// </summary>
    void Ending()
    {
        // Most need not know.
    }
}
