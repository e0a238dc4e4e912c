using System.Collections.Concurrent;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Discovery.Fakes;

/// <summary>Keeps the lines it is told.</summary>
internal sealed class RecordingSink : IEventSink
{
    public bool ShowsMessages => true;

    public bool ShowsTrace => true;

    internal ConcurrentQueue<string> Messages { get; } = new();

    internal ConcurrentQueue<string> Traces { get; } = new();

    public void Message(string line) => Messages.Enqueue(line);

    public void Trace(string line) => Traces.Enqueue(line);

    public void Occurred(ServiceEvent happened)
    {
    }
}
