namespace LoadHarness.Analysis.Calibration;

/// <summary>One request with the truth about it.</summary>
/// <param name="Arrival_ns">When the server saw it, ns.</param>
/// <param name="Done_ns">When the replay says that it was done, ns.</param>
/// <param name="Idle_ns">From the end of the one before it on its connection to its arrival, ns; −1 for the
/// first.</param>
/// <param name="Left_ns">When its answer left the server, ns; −1 when it never did.</param>
internal readonly record struct ReplayedRequest(long Arrival_ns, long Done_ns, long Idle_ns, long Left_ns)
{
    /// <summary>True when its answer left.</summary>
    public bool IsAnswered => Left_ns >= 0;
}
