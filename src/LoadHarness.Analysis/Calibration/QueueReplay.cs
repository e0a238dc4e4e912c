namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// The truth about a calibration service: when each request is done, from arrivals and service times alone. First come,
/// first served by several workers. Sources: Lindley, Proc. Cambridge Phil. Soc. 48 (1952), for one worker; Kiefer and
/// Wolfowitz, Trans. Amer. Math. Soc. 78 (1955), for several: the sorted vector of what each worker still has to do.
/// Here the vector holds the moments at which workers become free, so that nothing is subtracted at each arrival.
/// </summary>
public sealed class QueueReplay
{
    private readonly QueueSpec _queue;
    private readonly WorkingTime _time;
    private readonly long[] _free_ns;
    private readonly PriorityQueue<long, long> _present = new();
    private long _lockFree_ns;

    /// <summary>An empty queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="origin_ns">The first arrival, from which stalls count, ns.</param>
    public QueueReplay(QueueSpec queue, long origin_ns)
    {
        _queue = queue;
        _time = new WorkingTime(origin_ns, queue.StallEvery_ms * 1_000_000, queue.Stall_ms * 1_000_000);
        _free_ns = new long[queue.Workers];
    }

    /// <summary>The next request.</summary>
    /// <param name="arrival_ns">Its arrival, not before the one before it, ns.</param>
    /// <param name="service_ns">Its service time as drawn, ns.</param>
    /// <returns>When it is done, ns.</returns>
    public long Done_ns(long arrival_ns, long service_ns)
    {
        var work_ns = service_ns + Coherency_ns(arrival_ns);
        var start_ns = Math.Max(_time.Until_ns(arrival_ns), _free_ns[0]);
        if (_queue.Lock_us > 0)
            start_ns = _lockFree_ns = Math.Max(start_ns, _lockFree_ns) + _queue.Lock_us * 1000;
        Occupy(start_ns + work_ns);
        var done_ns = _time.Moment_ns(start_ns + work_ns);
        if (_queue.Coherency_us > 0) _present.Enqueue(done_ns, done_ns);
        return done_ns;
    }

    /// <summary>The worker that was free first is free again only then; the vector stays sorted.</summary>
    private void Occupy(long until_ns)
    {
        var place = 0;
        for (; place + 1 < _free_ns.Length && _free_ns[place + 1] < until_ns; place++)
            _free_ns[place] = _free_ns[place + 1];
        _free_ns[place] = until_ns;
    }

    private long Coherency_ns(long arrival_ns)
    {
        if (_queue.Coherency_us == 0) return 0;
        while (_present.Count > 0 && _present.Peek() <= arrival_ns) _present.Dequeue();
        return _queue.Coherency_us * 1000 * _present.Count * (_present.Count + 1);
    }
}
