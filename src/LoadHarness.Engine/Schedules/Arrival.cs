namespace LoadHarness.Engine.Schedules;

/// <summary>One operation of an open loop: a place in its generator thread's schedule.</summary>
/// <param name="Number">0, 1, 2… on the thread.</param>
/// <param name="Exact_ns">When it is due, counted from the start, with its fraction, so that gaps add up.</param>
internal readonly record struct Arrival(long Number, double Exact_ns)
{
    /// <summary>When it is due, counted from the start, in whole ns.</summary>
    public long Offset_ns => (long)Exact_ns;
}
