namespace LoadHarness.Platform.Proc;

/// <summary>
/// What TCP has counted up to one moment in a network namespace: of all sockets in it, whosever they are. −1 means
/// unknown.
/// </summary>
public sealed record NetworkSample
{
    /// <summary>Nothing known.</summary>
    public static NetworkSample Unknown { get; } = new();

    /// <summary>Segments sent again.</summary>
    public long Retransmits { get; init; } = -1;

    /// <summary>Connections dropped since the queue of those that wait to be accepted was full.</summary>
    public long ListenOverflows { get; init; } = -1;

    /// <summary>Requests for a connection that a listening socket dropped for any reason, overflows included.</summary>
    public long ListenDrops { get; init; } = -1;

    /// <summary>Times that a socket waited for an acknowledgement in vain.</summary>
    public long Timeouts { get; init; } = -1;
}
