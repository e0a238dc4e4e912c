namespace LoadHarness.Workloads.Calibration;

/// <summary>
/// The queue inside the server: when each request will be done, known as soon as it arrives. Requests are taken in the
/// order of arrival by the worker that is free first. Nothing is computed meanwhile, so that the capacity does not
/// depend on the machine.
/// </summary>
internal sealed class VirtualWorkers
{
    private readonly CalibrationOptions _options;
    private readonly ServiceDraws _draws;
    private readonly PriorityQueue<byte, long> _present = new();
    private readonly long[] _free_ns;
    private StallClock _clock;
    private long _lockFree_ns;
    private long _arrived;

    /// <summary>All workers are free.</summary>
    public VirtualWorkers(CalibrationOptions options)
    {
        _options = options;
        _draws = new ServiceDraws(options.Service_ns, options.IsFixed, options.Seed);
        _free_ns = new long[options.Workers];
    }

    /// <summary>A request arrives.</summary>
    /// <param name="arrival_ns">When, monotonic ns, not before the one before it.</param>
    /// <returns>Its service time as drawn, and the moment at which it will be done.</returns>
    public (long Service_ns, long Done_ns) Admit(long arrival_ns)
    {
        if (_arrived == 0) _clock = new StallClock(arrival_ns, _options.StallEvery_ns, _options.Stall_ns);
        var service_ns = _draws.At_ns(_arrived++);
        var work_ns = service_ns + Coherency_ns(arrival_ns);
        var worker = FreeFirst();
        var start_ns = Math.Max(arrival_ns, _free_ns[worker]);
        if (_options.Lock_ns > 0)
            start_ns = _lockFree_ns = _clock.After_ns(Math.Max(start_ns, _lockFree_ns), _options.Lock_ns);
        var done_ns = _clock.After_ns(start_ns, work_ns);
        _free_ns[worker] = done_ns;
        if (_options.Coherency_ns > 0) _present.Enqueue(0, done_ns);
        return (service_ns, done_ns);
    }

    private long Coherency_ns(long arrival_ns)
    {
        while (_present.TryPeek(out _, out var done_ns) && done_ns <= arrival_ns) _present.Dequeue();
        return _options.Coherency_ns * (_present.Count + 1) * _present.Count;
    }

    private int FreeFirst()
    {
        var first = 0;
        for (var i = 1; i < _free_ns.Length; i++)
        {
            if (_free_ns[i] < _free_ns[first]) first = i;
        }

        return first;
    }
}
