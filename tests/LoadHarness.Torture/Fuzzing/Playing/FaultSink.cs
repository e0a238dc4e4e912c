using LoadHarness.Contracts.Serving;

namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>Remembers what a handler threw: a server model ends the connection then and goes on.</summary>
internal sealed class FaultSink : IEventSink
{
    private const string Fault = "connection-fault";

    /// <inheritdoc/>
    public bool ShowsMessages => true;

    /// <inheritdoc/>
    public bool ShowsTrace => false;

    /// <summary>The first fault; null when there was none.</summary>
    public string? First { get; private set; }

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
        if (string.Equals(happened.Kind, Fault, StringComparison.Ordinal)) First ??= happened.Detail;
    }
}
