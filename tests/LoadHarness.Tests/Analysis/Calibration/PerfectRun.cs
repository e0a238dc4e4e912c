using LoadHarness.Analysis.Calibration;
using LoadHarness.Contracts.Randomness;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Calibration;

/// <summary>
/// What a harness without any error would have stored of a closed load on a calibration service, and what the service
/// would have noted.
/// </summary>
internal sealed class PerfectRun
{
    private const long Start_ns = 5_000_000_000;
    private const long Window_ns = 100_000_000;

    /// <summary>Time from the end of one level to the next: connections are made anew.</summary>
    private const long Pause_ns = 2_000_000_000;

    private readonly List<ServiceLogRow> _log = [];
    private readonly List<LevelRow> _levels = [];
    private readonly List<WindowRow> _windows = [];
    private readonly QueueSpec _queue;
    private QueueReplay? _replay;
    private readonly MeasuringRules _rules;
    private readonly long _turnaround_ns;
    private long _now_ns = Start_ns;
    private long _connections;

    /// <summary>Begins.</summary>
    /// <param name="queue">The server.</param>
    /// <param name="think_us">Think time, µs.</param>
    /// <param name="rules">Rules of the run.</param>
    public PerfectRun(QueueSpec queue, long think_us, MeasuringRules rules)
    {
        (_queue, _rules) = (queue, rules with { ThinkTime_us = think_us });
        // Something passes between an answer and the next request even if nobody thinks.
        _turnaround_ns = think_us * 1000 + 1;
    }

    /// <summary>What the server noted.</summary>
    public IReadOnlyList<ServiceLogRow> Log => _log;

    /// <summary>Measures a level over so many windows.</summary>
    public PerfectRun Add(int clients, int windows) => Add(
        new RunKey("calibration", "epoll", "request", 0, LevelPhase.Ladder, clients, _levels.Count),
        windows,
        Serve(clients, _now_ns + windows * Window_ns));

    /// <summary>Offers a rate for so many windows: requests arrive at random moments, each on its own
    /// connection.</summary>
    public PerfectRun AddRate(double rate_per_s, int windows)
    {
        var key = new RunKey("calibration", "epoll", "request", 0, LevelPhase.Open, 128, _levels.Count);
        var done = new List<(long Arrival_ns, long Done_ns)>();
        var arrival_ns = (double)_now_ns;
        for (ulong place = 0; ; place++)
        {
            arrival_ns += SplitMix64.ExponentialAt(1, place, 1e9 / rate_per_s);
            if (arrival_ns >= _now_ns + windows * Window_ns) break;
            done.Add(Serve(++_connections, (long)arrival_ns));
        }

        Add(key, windows, done);
        var level = _levels[^1];
        _levels[^1] = level with
        {
            Open = new OpenFigures
            {
                RequestedRate_per_s = rate_per_s,
                LatencyMean_us = level.LatencyMean_us,
                LatencyP99_us = level.LatencyP99_us,
                LatencyMax_us = level.LatencyMax_us,
            },
        };
        return this;
    }

    private PerfectRun Add(RunKey key, int windows, List<(long Arrival_ns, long Done_ns)> done)
    {
        var end_ns = _now_ns + windows * Window_ns;
        var counts = Enumerable.Range(0, windows)
            .Select(i => done.Count(d => (d.Done_ns - _now_ns) / Window_ns == i && d.Done_ns >= _now_ns)).ToList();
        _windows.AddRange(counts.Select((count, i) => new WindowRow
        {
            Key = key,
            Window = i,
            Start_s = (_now_ns + i * Window_ns - Start_ns) / 1e9,
            Length_s = Window_ns / 1e9,
            Operations = count,
        }));
        var inside = done.Where(d => d.Done_ns < end_ns).Select(d => d.Done_ns - d.Arrival_ns).ToArray();
        var figures = QueueFigures.Of(inside, windows * Window_ns / 1e9);
        _levels.Add(new LevelRow
        {
            Key = key,
            Operation = "request",
            ConnectedClients = key.Clients,
            Measured_s = windows * Window_ns / 1e9,
            KeptWindows = windows,
            Operations = inside.Length,
            Throughput_per_s = figures.Throughput_per_s,
            LatencyMean_us = figures.Mean_us,
            LatencyP99_us = figures.P99_us,
            LatencyMax_us = inside[^1] / 1e3,
        });
        _now_ns = end_ns + Pause_ns;
        return this;
    }

    /// <summary>The run folder.</summary>
    /// <param name="bend">What the harness gets wrong.</param>
    public StoredRun ToRun(Func<LevelRow, LevelRow>? bend = null) => new()
    {
        Folder = "nowhere",
        Manifest = new RunManifest
        {
            RunId = "20261121T084400Z",
            Scenario = "perfect",
            Started_utc = DateTimeOffset.UnixEpoch,
            Start_ns = Start_ns,
            Rules = _rules,
            State = RunState.Complete,
        },
        Levels = [.. _levels.Select(bend ?? (level => level))],
        Windows = _windows,
    };

    private List<(long Arrival_ns, long Done_ns)> Serve(int clients, long end_ns)
    {
        var next = new PriorityQueue<long, long>();
        for (var i = 1; i <= clients; i++)
            next.Enqueue(_connections + i, _now_ns + i * _queue.Service_us * 1000 / clients);
        _connections += clients;
        var done = new List<(long Arrival_ns, long Done_ns)>();
        while (next.TryDequeue(out var connection, out var arrival_ns) && arrival_ns < end_ns)
        {
            done.Add(Serve(connection, arrival_ns));
            next.Enqueue(connection, done[^1].Done_ns + _turnaround_ns);
        }

        return done;
    }

    private (long Arrival_ns, long Done_ns) Serve(long connection, long arrival_ns)
    {
        var service_ns = _queue.Service_us * 1000;
        _replay ??= new QueueReplay(_queue, arrival_ns);
        var done_ns = _replay.Done_ns(arrival_ns, service_ns);
        _log.Add(new ServiceLogRow(connection, arrival_ns, service_ns, done_ns, done_ns));
        return (arrival_ns, done_ns);
    }
}
