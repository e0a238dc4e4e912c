namespace LoadHarness.Engine.Schedules;

/// <summary>
/// When windows end, agreed between the generator threads: the first thread that closes a window fixes the end of the
/// next one
/// for all, one window length later. So a window is never shorter than planned on the thread that leads, and a thread
/// that
/// fell behind catches up with the others' windows. Asked once a window.
/// </summary>
/// <param name="length_ns">Length of a window, ns.</param>
internal sealed class WindowPlan(long length_ns)
{
    /// <summary>How many windows a thread may lag behind the leading one.</summary>
    private const int Remembered = 4096;

    // A monitor: the first contention of a Lock would allocate its event on the generator thread.
    private readonly object _gate = new();
    private readonly long[] _ends_ns = new long[Remembered];
    private long _fixedCount;

    /// <summary>The planned end of a window.</summary>
    /// <param name="index">0, 1, 2…</param>
    /// <param name="start_ns">When the asking thread started it, monotonic ns.</param>
    public long EndOf_ns(int index, long start_ns)
    {
        lock (_gate)
        {
            if (index == _fixedCount) _ends_ns[_fixedCount++ % Remembered] = start_ns + length_ns;
            return _ends_ns[index % Remembered];
        }
    }
}
