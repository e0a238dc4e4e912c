namespace LoadHarness.Contracts.Serving;

/// <summary>A sink that shows and keeps nothing.</summary>
public sealed class SilentEventSink : IEventSink
{
    /// <summary>The one instance.</summary>
    public static SilentEventSink Instance { get; } = new();

    private SilentEventSink()
    {
    }

    /// <inheritdoc/>
    public bool ShowsMessages => false;

    /// <inheritdoc/>
    public bool ShowsTrace => false;

    /// <inheritdoc/>
    public void Message(string line)
    {
    }

    /// <inheritdoc/>
    public void Trace(string line)
    {
    }

    /// <inheritdoc/>
    public void Occurred(ServiceEvent happened)
    {
    }
}
