namespace LoadHarness.Contracts.Serving;

/// <summary>
/// Where services and server models tell what happens: console lines in the seeds' format, the trace of interleaved
/// requests,
/// and events for the run's record. Safe to call from any thread. Build a line only after asking the flag: formatting
/// costs.
/// </summary>
public interface IEventSink
{
    /// <summary>False with <c>--quiet</c>.</summary>
    bool ShowsMessages { get; }

    /// <summary>True with <c>--trace</c>.</summary>
    bool ShowsTrace { get; }

    /// <summary>A console line in the seed's own words, e.g. <c>Sent a file to ('127.0.0.1', 48168)</c>.</summary>
    void Message(string line);

    /// <summary>A debugging line that shows the interleaving of requests.</summary>
    void Trace(string line);

    /// <summary>
    /// Something that may explain a dip of throughput, e.g. a checkpoint; goes to the control channel.
    /// </summary>
    void Occurred(ServiceEvent happened);
}
