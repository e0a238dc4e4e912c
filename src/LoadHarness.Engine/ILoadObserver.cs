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
}
