using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Serving;

/// <summary>Takes the bytes of updates, however they came, to the table, and tells what happened.</summary>
internal sealed class UpdateDesk(RecordTable records, CatalogLimits limits, HostNames names, IEventSink events)
{
    /// <summary>Nothing a sender sends can make it fail; an update that cannot be used changes nothing.</summary>
    internal async ValueTask TakeAsync(ReadOnlyMemory<byte> data, IPAddress sender, CancellationToken cancel)
    {
        // A sender that says nothing, e.g. a probe for an open port, is nobody's mistake.
        if (data.IsEmpty) return;
        if (!UpdateReader.TryRead(data.Span, limits, out var update, out var problem))
        {
            if (events.ShowsTrace) events.Trace($"ignored an update from {sender.ToString()}: {problem}");
            return;
        }

        var name = await names.FindAsync(sender, cancel);
        var change = records.Apply(update, sender, name, out var record);
        if (change == RecordChange.Refused && events.ShowsTrace)
            events.Trace($"ignored an update from {sender.ToString()}: the table is full");
        if (change == RecordChange.Added && events.ShowsMessages) events.Message($"Registered {RecordText.Of(record)}");
    }
}
