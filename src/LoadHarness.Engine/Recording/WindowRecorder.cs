using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Engine.Recording;

/// <summary>
/// What one generator thread counts in one window. Written by that thread alone while the window is open, read by the
/// controlling thread after it is closed, then used again.
/// </summary>
internal sealed class WindowRecorder
{
    private readonly long[] _ended;
    private readonly LatencyHistogram[] _latency;
    private readonly ClientTotals[] _clients;

    /// <summary>Takes all the memory that counting will need.</summary>
    /// <param name="thread">Whose it is.</param>
    /// <param name="operationTypes">Number of operation types.</param>
    /// <param name="clients">Clients of the thread.</param>
    /// <param name="longestLatency_ns">No latency is expected to be longer, ns.</param>
    /// <param name="isOpen">For an open loop.</param>
    public WindowRecorder(
        int thread, int operationTypes, int clients, long longestLatency_ns, bool isOpen = false)
    {
        Thread = thread;
        OpenLoop = isOpen ? new OpenRecorder(operationTypes) : null;
        _ended = new long[operationTypes * Outcomes.Count];
        _latency = new LatencyHistogram[operationTypes];
        _clients = new ClientTotals[clients];
        for (var type = 0; type < operationTypes; type++)
        {
            _latency[type] = new LatencyHistogram();
            _latency[type].Reserve(longestLatency_ns);
        }
    }

    /// <summary>Whose it is.</summary>
    public int Thread { get; }

    /// <summary>Which window, 0, 1, 2…</summary>
    public int Index { get; private set; }

    public long Start_ns { get; private set; }

    public long End_ns { get; set; }

    public long BytesReceived { get; set; }

    public long BytesSent { get; set; }

    public long LatencySum_ns { get; private set; }

    /// <summary>Connections made anew by clients that keep theirs.</summary>
    public long Reconnects { get; private set; }

    /// <summary>Summed time that these connects took, ns.</summary>
    public long ReconnectTime_ns { get; private set; }

    /// <summary>Summed time that clients took to close connections after operations, ns.</summary>
    public long ClosingTime_ns { get; set; }

    public long Outstanding_ns { get; set; }

    /// <summary>Age of the clients' operations at the end less that at the start, ns.</summary>
    public long AgeGrowth_ns { get; set; }

    public long LongestTurn_ns { get; set; }

    /// <summary>CPU time of the thread in the window, ns.</summary>
    public long ThreadCpu_ns { get; set; }

    /// <summary>Bytes the thread had allocated since it began when the window was closed.</summary>
    public long Allocated_bytes { get; set; }

    /// <summary>The window was closed because the population had nothing left to measure.</summary>
    public bool IsExhausted { get; set; }

    /// <summary>What an open loop counts beside; null for a closed one.</summary>
    public OpenRecorder? OpenLoop { get; }

    /// <summary>Totals by the client's place on its thread.</summary>
    public ReadOnlySpan<ClientTotals> Clients => _clients;

    /// <summary>Correct operations of all types.</summary>
    public long CorrectCount
    {
        get
        {
            long count = 0;
            foreach (var latency in _latency) count += latency.Count;
            return count;
        }
    }

    /// <summary>Operations of a type that ended in a certain way.</summary>
    public long Ended(int type, int outcome) => _ended[type * Outcomes.Count + outcome];

    /// <summary>Latencies of the correct operations of a type.</summary>
    public LatencyHistogram Latency(int type) => _latency[type];

    /// <summary>Counts a correct operation.</summary>
    public void CountCorrect(int type, int client, long latency_ns)
    {
        _ended[type * Outcomes.Count]++;
        _latency[type].Record(latency_ns);
        LatencySum_ns += latency_ns;
        ref var totals = ref _clients[client];
        totals.Correct++;
        totals.LatencySum_ns += latency_ns;
        if (latency_ns > totals.LatencyMax_ns) totals.LatencyMax_ns = latency_ns;
    }

    /// <summary>Counts an operation that ended in any other way.</summary>
    public void CountError(int type, int client, Outcome outcome)
    {
        _ended[type * Outcomes.Count + (int)outcome]++;
        _clients[client].Errors++;
    }

    /// <summary>Counts a connection made anew.</summary>
    public void CountReconnect(long time_ns)
    {
        Reconnects++;
        ReconnectTime_ns += time_ns;
    }

    /// <summary>Starts counting for a window; what was counted before is forgotten by <see cref="Clear"/>.</summary>
    public void Open(int index, long start_ns) => (Index, Start_ns) = (index, start_ns);

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(_ended);
        Array.Clear(_clients);
        foreach (var latency in _latency) latency.Reset();
        (BytesReceived, BytesSent, LatencySum_ns, Outstanding_ns, LongestTurn_ns) = (0, 0, 0, 0, 0);
        (Reconnects, ReconnectTime_ns, ClosingTime_ns, AgeGrowth_ns) = (0, 0, 0, 0);
        IsExhausted = false;
        OpenLoop?.Clear();
    }
}
