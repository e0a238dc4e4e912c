namespace LoadHarness.Engine.Recording;

/// <summary>
/// The recorders of one generator thread. The thread takes a clean one at every window's end, and the controlling
/// thread gives it
/// back when it has merged it; only when that falls far behind is a new one made.
/// </summary>
internal sealed class RecorderPool
{
    private const int Prepared = 8;

    // A monitor: the first contention of a Lock would allocate its event on the generator thread.
    private readonly object _gate = new();
    private readonly Stack<WindowRecorder> _clean = new();
    private readonly Func<WindowRecorder> _make;

    /// <summary>Makes some recorders beforehand.</summary>
    /// <param name="make">Makes one.</param>
    public RecorderPool(Func<WindowRecorder> make)
    {
        _make = make;
        for (var i = 0; i < Prepared; i++) _clean.Push(make());
    }

    /// <summary>A clean recorder.</summary>
    public WindowRecorder Take()
    {
        lock (_gate)
        {
            if (_clean.TryPop(out var recorder)) return recorder;
        }

        return _make();
    }

    /// <summary>Takes a recorder back. Cleans it here, so that no generator thread spends time on it.</summary>
    public void Return(WindowRecorder recorder)
    {
        recorder.Clear();
        lock (_gate) _clean.Push(recorder);
    }
}
