namespace LoadHarness.Platform.Files.Faults;

/// <summary>Counts the passings of a <see cref="FaultPoint"/>.</summary>
/// <param name="point">The point.</param>
/// <param name="end">Ends the process; does not return.</param>
internal sealed class FaultTrigger(FaultPoint point, Action end)
{
    private int _passings;

    /// <summary>Ends the process.</summary>
    internal void End() => end();

    /// <summary>An operation is about to happen.</summary>
    /// <returns>When the process must end; null when it goes on.</returns>
    internal FaultMoment? Reached(FaultOperation operation, string path) =>
        point.Concerns(operation, path) && Interlocked.Increment(ref _passings) == point.Passing ? point.Moment : null;

    /// <summary>Does an operation that is all or nothing.</summary>
    internal void Around(FaultOperation operation, string path, Action run)
    {
        var moment = Reached(operation, path);
        if (moment == FaultMoment.Before) end();
        if (moment == FaultMoment.Inside) new Thread(() => end()) { IsBackground = true }.Start();
        run();
        if (moment == FaultMoment.After) end();
    }
}
