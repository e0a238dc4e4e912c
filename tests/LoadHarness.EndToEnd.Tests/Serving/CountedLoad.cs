using LoadHarness.Engine;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Ends a run after some correct operations, or some errors.</summary>
internal sealed class CountedLoad(long enough) : ILoadObserver
{
    /// <summary>Correct operations so far.</summary>
    public long Correct { get; private set; }

    /// <summary>All others.</summary>
    public long Errors { get; private set; }

    public void Started(long start_ns)
    {
    }

    public bool WindowClosed(WindowSnapshot window)
    {
        Correct += window.CorrectCount;
        Errors += window.ErrorCount;
        return Correct < enough && Errors == 0;
    }
}
