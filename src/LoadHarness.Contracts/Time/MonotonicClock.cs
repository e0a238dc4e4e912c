using System.Diagnostics;

namespace LoadHarness.Contracts.Time;

/// <summary>
/// The one clock of all measurements: it never goes back, and processes of one machine share it
/// (on Linux CLOCK_MONOTONIC, on every system what <see cref="Stopwatch"/> uses).
/// </summary>
public static class MonotonicClock
{
    private static readonly double _nsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>Nanoseconds since an arbitrary start that is the same for all processes of the machine.</summary>
    public static long Now_ns =>
        Stopwatch.Frequency == 1_000_000_000 ? Stopwatch.GetTimestamp() : (long)(Stopwatch.GetTimestamp() * _nsPerTick);
}
