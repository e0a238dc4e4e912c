namespace LoadHarness.Experiments.Running;

/// <summary>
/// Shares the time for warm-ups out among the stages of one start. Each stage is owed its shortest time, which no other
/// can take. Of what is left beyond that a stage may take half, and the last one all: the first ones need most of it,
/// since they compile what all share.
/// </summary>
/// <param name="limit_ns">Time for all of them, ns.</param>
/// <param name="shortest_ns">Time that each is owed, ns.</param>
/// <param name="stages">How many there are.</param>
/// <param name="now_ns">The clock, monotonic ns.</param>
internal sealed class WarmUpShares(long limit_ns, long shortest_ns, int stages, Func<long> now_ns)
{
    private readonly long _end_ns = now_ns() + limit_ns;
    private int _left = stages;

    /// <summary>The next stage begins.</summary>
    /// <returns>When its time is up, monotonic ns.</returns>
    public long Next_ns()
    {
        var begin_ns = now_ns();
        var spare_ns = Math.Max(0, _end_ns - begin_ns - _left * shortest_ns);
        _left--;
        return begin_ns + shortest_ns + (_left > 0 ? spare_ns / 2 : spare_ns);
    }
}
