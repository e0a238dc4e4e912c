namespace LoadHarness.Workloads.Calibration;

/// <summary>One request in the log of the server. Times are monotonic.</summary>
/// <param name="Connection">Number of its connection, from 1.</param>
/// <param name="Arrival_ns">When it was seen, ns.</param>
/// <param name="Service_ns">Service time as drawn, ns.</param>
/// <param name="Done_ns">When it was to be done, ns.</param>
/// <param name="Left_ns">When its answer was given to the server model, ns.</param>
internal readonly record struct LoggedRequest(
    long Connection, long Arrival_ns, long Service_ns, long Done_ns, long Left_ns = LoggedRequest.NeverLeft)
{
    /// <summary>What <see cref="Left_ns"/> says of a request whose answer never left.</summary>
    public const long NeverLeft = -1;
}
