using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Engine.Recording;

/// <summary>What one generator thread counts of an open loop in one window, beside what every loop counts.</summary>
internal sealed class OpenRecorder
{
    private readonly LatencyHistogram[] _latencyFromDue;

    /// <summary>Takes all the memory that counting will need: an arrival can wait for as long as the run lasts.
    /// </summary>
    /// <param name="operationTypes">Number of operation types.</param>
    public OpenRecorder(int operationTypes)
    {
        _latencyFromDue = new LatencyHistogram[operationTypes];
        for (var type = 0; type < operationTypes; type++) _latencyFromDue[type] = Reserved();
    }

    /// <summary>Operations that became due.</summary>
    public long Arrivals { get; set; }

    /// <summary>Operations due and not sent at the window's end.</summary>
    public long Waiting { get; set; }

    /// <summary>Operations that will never be sent.</summary>
    public long Dropped { get; set; }

    /// <summary>Sent more than <see cref="OpenWindow.LateAfter_ns"/> after they were due.</summary>
    public long Late { get; private set; }

    /// <summary>Sent after waiting for a connection.</summary>
    public long Queued { get; private set; }

    /// <summary>Send − due, ns.</summary>
    public LatencyHistogram SendLag { get; } = Reserved();

    /// <summary>The generator's own part of it, ns.</summary>
    public LatencyHistogram OwnLag { get; } = Reserved();

    /// <summary>Latencies of the correct operations of a type from the moment they were due.</summary>
    public LatencyHistogram LatencyFromDue(int type) => _latencyFromDue[type];

    /// <summary>Counts an operation that was sent.</summary>
    /// <param name="lag_ns">Send − due.</param>
    /// <param name="ownLag_ns">Send − the moment from which it could have been sent; less when it waited for a
    /// connection.</param>
    public void CountSent(long lag_ns, long ownLag_ns)
    {
        SendLag.Record(lag_ns);
        OwnLag.Record(ownLag_ns);
        if (lag_ns > OpenWindow.LateAfter_ns) Late++;
        if (ownLag_ns < lag_ns) Queued++;
    }

    /// <summary>Counts a correct answer.</summary>
    public void CountCorrect(int type, long latencyFromDue_ns) => _latencyFromDue[type].Record(latencyFromDue_ns);

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        foreach (var latency in _latencyFromDue) latency.Reset();
        SendLag.Reset();
        OwnLag.Reset();
        (Arrivals, Waiting, Dropped, Late, Queued) = (0, 0, 0, 0, 0);
    }

    private static LatencyHistogram Reserved()
    {
        var histogram = new LatencyHistogram();
        histogram.Reserve(LatencyHistogram.HighestValue_ns);
        return histogram;
    }
}
