using LoadHarness.Contracts.Serving;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// One line of the control channel, in either direction; members that do not belong to a kind stay absent.
/// Server to harness: <c>ready</c> (endpoint), <c>sample</c> (id, sample), <c>event</c> (event).
/// Harness to server: <c>sample</c> (id), <c>stop</c>.
/// </summary>
internal sealed record ControlMessage
{
    public const string Ready = "ready";
    public const string SampleKind = "sample";
    public const string EventKind = "event";
    public const string Stop = "stop";

    public required string Kind { get; init; }

    public long Id { get; init; }

    public string? Endpoint { get; init; }

    public ControlSample? Sample { get; init; }

    public ServiceEvent? Event { get; init; }
}
