using System.Collections.Concurrent;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>Keeps everything it is told.</summary>
internal sealed class RecordingSink : IEventSink
{
    public bool ShowsMessages => true;

    public bool ShowsTrace => true;

    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<string> Traces { get; } = new();

    public ConcurrentQueue<ServiceEvent> Events { get; } = new();

    public void Message(string line) => Messages.Enqueue(line);

    public void Trace(string line) => Traces.Enqueue(line);

    public void Occurred(ServiceEvent happened) => Events.Enqueue(happened);
}
