namespace LoadHarness.Results;

/// <summary>
/// One request as the calibration service saw it, in the order of arrival. Times are of the monotonic clock that all
/// processes of the machine share.
/// </summary>
/// <param name="Connection">Number of its connection, from 1.</param>
/// <param name="Arrival_ns">When the server saw it, ns.</param>
/// <param name="Service_ns">Its service time as drawn, ns.</param>
/// <param name="Done_ns">When the server meant it to be done, ns.</param>
/// <param name="Left_ns">When its answer left, ns; −1 when it never did.</param>
public readonly record struct ServiceLogRow(
    long Connection, long Arrival_ns, long Service_ns, long Done_ns, long Left_ns);
