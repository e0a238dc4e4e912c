namespace LoadHarness.Engine.Schedules;

/// <summary>
/// When the operations of a closed loop are due: each depends on how the one before ended, never on the clock alone.
/// </summary>
/// <param name="thinkTime_us">Pause after an answer, µs, ≥ 0.</param>
/// <param name="retryPause_us">Pause after a failure, µs, ≥ 0.</param>
internal readonly struct ClosedLoopSchedule(long thinkTime_us, long retryPause_us)
{
    /// <summary>
    /// When a client whose answer came at <paramref name="answered_ns"/> goes on; the same moment without think time.
    /// </summary>
    public long AfterAnswer_ns(long answered_ns) => answered_ns + thinkTime_us * 1000;

    /// <summary>When a client whose operation or connect failed at <paramref name="failed_ns"/> tries again.</summary>
    public long AfterFailure_ns(long failed_ns) => failed_ns + retryPause_us * 1000;
}
