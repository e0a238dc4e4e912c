using System.Diagnostics.CodeAnalysis;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Engine;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>
/// Makes windows of the slices of several clients: only of those in which every client was in the stage from begin to
/// end, so that throughput is summed over common time alone.
/// </summary>
/// <param name="clients">Number of clients.</param>
/// <param name="operationTypes">Number of operation types of the workload.</param>
/// <param name="type">Type of the stage's operations.</param>
/// <param name="slice_ns">Length of a slice, ns.</param>
/// <param name="cpus">CPUs of the generator: client i runs on number i % cpus of them.</param>
internal sealed class SliceMerger(int clients, int operationTypes, int type, long slice_ns, int cpus)
{
    private readonly Queue<Slice>[] _waiting = [.. Enumerable.Range(0, clients).Select(_ => new Queue<Slice>())];

    /// <summary>Windows so far.</summary>
    public List<WindowSnapshot> Windows { get; } = [];

    /// <summary>What each client did in them.</summary>
    public List<ClientTotals[]> ClientsByWindow { get; } = [];

    /// <summary>A client tells of its next slice.</summary>
    public void Add(int client, Slice slice)
    {
        if (slice.IsWhole) _waiting[client].Enqueue(slice);
    }

    /// <summary>Makes the next window when all clients have told of it.</summary>
    public bool TryMerge([NotNullWhen(true)] out WindowSnapshot? window)
    {
        window = null;
        while (Array.TrueForAll(_waiting, queue => queue.Count > 0))
        {
            var index = _waiting.Max(queue => queue.Peek().Index);
            foreach (var queue in _waiting)
            {
                while (queue.Count > 0 && queue.Peek().Index < index) queue.Dequeue();
            }

            if (!Array.TrueForAll(_waiting, queue => queue.Count > 0 && queue.Peek().Index == index)) continue;
            var slices = Array.ConvertAll(_waiting, queue => queue.Dequeue());
            Windows.Add(window = Merge(slices, index));
            ClientsByWindow.Add(Array.ConvertAll(slices, TotalsOf));
            return true;
        }

        return false;
    }

    /// <summary>An empty moment after the last window: a client's keys are used up.</summary>
    public WindowSnapshot AddUsedUp(long now_ns)
    {
        var start_ns = Windows.Count > 0 ? Windows[^1].End_ns : now_ns;
        var window = Window(start_ns, start_ns + 1, isUsedUp: true);
        Windows.Add(window);
        ClientsByWindow.Add(new ClientTotals[clients]);
        return window;
    }

    private WindowSnapshot Merge(Slice[] slices, long index)
    {
        var window = Window(index * slice_ns, (index + 1) * slice_ns, isUsedUp: false, slices);
        for (var client = 0; client < slices.Length; client++)
        {
            var slice = slices[client];
            for (var outcome = 0; outcome < slice.Ended.Length; outcome++)
                window.Ended[type][outcome] += slice.Ended[outcome];
            window.Latency[type].Add(slice.Latency);
            window.ThreadCpu_ns[client % cpus] += slice.Cpu_ns;
        }

        return window;
    }

    private WindowSnapshot Window(long start_ns, long end_ns, bool isUsedUp, params Slice[] slices) => new()
    {
        Index = Windows.Count,
        Start_ns = start_ns,
        End_ns = end_ns,
        Ended = [.. Enumerable.Range(0, operationTypes).Select(_ => new long[Enum.GetValues<Outcome>().Length])],
        Latency = [.. Enumerable.Range(0, operationTypes).Select(_ => new LatencyHistogram())],
        BytesReceived = slices.Sum(slice => slice.Received_bytes),
        BytesSent = slices.Sum(slice => slice.Sent_bytes),
        Outstanding_ns = slices.Sum(slice => slice.Outstanding_ns),
        // The programs tell no ages: what was outstanding and shows in no latency stands for them.
        AgeGrowth_ns = slices.Sum(slice => slice.Outstanding_ns - slice.Latency.Sum_ns),
        LatencySum_ns = slices.Sum(slice => slice.Latency.Sum_ns),
        ThreadCpu_ns = new long[cpus],
        Exhausted = isUsedUp,
    };

    private static ClientTotals TotalsOf(Slice slice) => new()
    {
        Correct = slice.Correct,
        Errors = slice.Ended.Sum() - slice.Correct,
        LatencySum_ns = slice.Latency.Sum_ns,
        LatencyMax_ns = slice.Latency.Max_ns,
    };
}
