using LoadHarness.Contracts.Loading;

namespace LoadHarness.Clients.TestPerf;

/// <summary>
/// Sorts operations into slices of the clock by their ends. A blocking client sees that a slice is over when the first
/// operation after it ends, and closes it then; what is counted in it is exact all the same.
/// </summary>
/// <param name="slice_ns">Length of a slice, ns.</param>
/// <param name="closed">Receives every slice when it is over; the object is used again after the call.</param>
internal sealed class SliceRecorder(long slice_ns, Action<Slice> closed)
{
    private readonly Slice _slice = new();

    /// <summary>The client enters the stage.</summary>
    internal void Start(long start_ns) => _slice.Begin(start_ns / slice_ns, start_ns % slice_ns == 0);

    /// <summary>An operation has ended. Allocates nothing by itself.</summary>
    /// <param name="begun_ns">Its begin, monotonic ns.</param>
    /// <param name="ended_ns">Its end; not before the end of the one before.</param>
    /// <param name="outcome">How it ended.</param>
    internal void Record(long begun_ns, long ended_ns, Outcome outcome)
    {
        while (ended_ns >= SliceEnd_ns)
        {
            Outstand(begun_ns, SliceEnd_ns);
            Close();
        }

        Outstand(begun_ns, ended_ns);
        _slice.Ended[(int)outcome]++;
        if (outcome == Outcome.Correct) _slice.Latency.Record(ended_ns - begun_ns);
    }

    /// <summary>The client leaves the stage: slices that end before that are closed, the last is cut short.</summary>
    internal void End(long end_ns)
    {
        while (end_ns >= SliceEnd_ns) Close();
        _slice.IsWhole = false;
        closed(_slice);
    }

    private long SliceEnd_ns => (_slice.Index + 1) * slice_ns;

    private void Outstand(long from_ns, long to_ns) =>
        _slice.Outstanding_ns += Math.Max(0, to_ns - Math.Max(from_ns, _slice.Index * slice_ns));

    private void Close()
    {
        closed(_slice);
        _slice.Begin(_slice.Index + 1, isWhole: true);
    }
}
