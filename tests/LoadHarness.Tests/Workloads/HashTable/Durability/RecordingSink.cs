using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

/// <summary>Keeps what it is told.</summary>
internal sealed class RecordingSink : IEventSink
{
    public List<string> Messages { get; } = [];

    public List<string> Traces { get; } = [];

    public List<ServiceEvent> Events { get; } = [];

    public bool ShowsMessages => true;

    public bool ShowsTrace => true;

    public void Message(string line) => Messages.Add(line);

    public void Trace(string line) => Traces.Add(line);

    public void Occurred(ServiceEvent happened) => Events.Add(happened);
}
