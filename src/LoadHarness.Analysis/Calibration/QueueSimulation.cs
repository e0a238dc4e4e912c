using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// The queue under simulated load, with service times of other seeds: what else could have been measured by chance in
/// the same time.
/// </summary>
public static class QueueSimulation
{
    /// <summary>Share of the measured time that passes before it, so that the empty beginning is forgotten.</summary>
    private const double LeadShare = 0.2;

    private const double Second_ns = 1e9;

    /// <summary>Clients that each wait for their answer, think and ask again.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="clients">N.</param>
    /// <param name="think_s">Z, s.</param>
    /// <param name="length_s">Measured time, s.</param>
    /// <param name="seed">Of the service times.</param>
    public static QueueFigures Closed(QueueSpec queue, int clients, double think_s, double length_s, ulong seed)
    {
        var next = new PriorityQueue<int, long>();
        var think_ns = (long)(think_s * Second_ns);
        // Begins spread over one cycle: clients that begin together would stay together for a while.
        for (var client = 0; client < clients; client++)
            next.Enqueue(client, (long)((think_s + queue.Alone_s) * Second_ns * client / clients));
        var replay = new QueueReplay(queue, 0);
        var window = new Window(length_s);
        for (ulong place = 0; ; place++)
        {
            next.TryDequeue(out var client, out var arrival_ns);
            if (arrival_ns >= window.End_ns) return window.Figures;
            var done_ns = replay.Done_ns(arrival_ns, Service_ns(queue, seed, place));
            window.Add(arrival_ns, done_ns);
            next.Enqueue(client, done_ns + think_ns);
        }
    }

    /// <summary>Random arrivals (Poisson).</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="arrivals_per_s">λ.</param>
    /// <param name="length_s">Measured time, s.</param>
    /// <param name="seed">Of arrivals and service times.</param>
    public static QueueFigures Open(QueueSpec queue, double arrivals_per_s, double length_s, ulong seed)
    {
        var replay = new QueueReplay(queue, 0);
        var window = new Window(length_s);
        var arrivalSeed = SplitMix64.At(seed, 0);
        var arrival_ns = 0.0;
        for (ulong place = 0; ; place++)
        {
            arrival_ns += SplitMix64.ExponentialAt(arrivalSeed, place, Second_ns / arrivals_per_s);
            if (arrival_ns >= window.End_ns) return window.Figures;
            window.Add((long)arrival_ns, replay.Done_ns((long)arrival_ns, Service_ns(queue, seed, place)));
        }
    }

    private static long Service_ns(QueueSpec queue, ulong seed, ulong place) => queue.IsFixed
        ? queue.Service_us * 1000
        : Math.Max(1, (long)SplitMix64.ExponentialAt(seed, place, queue.Service_us * 1000.0));

    /// <summary>The measured time, and the requests that were done in it.</summary>
    private sealed class Window(double length_s)
    {
        private readonly long _start_ns = (long)(LeadShare * length_s * Second_ns);
        private readonly List<long> _responses_ns = [];

        public long End_ns => _start_ns + (long)(length_s * Second_ns);

        public QueueFigures Figures => QueueFigures.Of([.. _responses_ns], length_s);

        public void Add(long arrival_ns, long done_ns)
        {
            if (done_ns >= _start_ns && done_ns < End_ns) _responses_ns.Add(done_ns - arrival_ns);
        }
    }
}
