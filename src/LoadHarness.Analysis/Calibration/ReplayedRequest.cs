namespace LoadHarness.Analysis.Calibration;

/// <summary>One request with the truth about it.</summary>
/// <param name="Arrival_ns">When the server saw it, ns.</param>
/// <param name="Done_ns">When the replay says that it was done, ns.</param>
/// <param name="Idle_ns">From the end of the one before it on its connection to its arrival, ns; −1 for the
/// first.</param>
/// <param name="IsAnswered">True when its answer left.</param>
internal readonly record struct ReplayedRequest(long Arrival_ns, long Done_ns, long Idle_ns, bool IsAnswered);
