using LoadHarness.Engine;

namespace LoadHarness.Experiments.Running;

/// <summary>Watches nothing: preparation has no windows and ends by itself.</summary>
internal sealed class IgnoringObserver : ILoadObserver
{
    /// <summary>The one instance.</summary>
    public static IgnoringObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Started(long start_ns)
    {
        // Nothing to remember.
    }

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window) => false;
}
