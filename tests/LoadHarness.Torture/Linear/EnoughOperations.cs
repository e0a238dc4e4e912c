using LoadHarness.Engine;

namespace LoadHarness.Torture.Linear;

/// <summary>Ends a run after a number of operations; also when nothing is answered any more.</summary>
/// <param name="operations">The number.</param>
internal sealed class EnoughOperations(long operations) : ILoadObserver
{
    private const int MostWindows = 500;

    private long _correct;
    private int _windows;

    /// <inheritdoc/>
    public void Started(long start_ns)
    {
        // Windows tell all.
    }

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        _correct += window.CorrectCount;
        return _correct < operations && ++_windows < MostWindows;
    }
}
