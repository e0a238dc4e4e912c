using LoadHarness.Analysis.Calibration;
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
    public PerfectRun Add(int clients, int windows)
    {
        var key = new RunKey("calibration", "epoll", "request", 0, LevelPhase.Ladder, clients, _levels.Count);
        var end_ns = _now_ns + windows * Window_ns;
        var done = Serve(clients, end_ns);
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
            ConnectedClients = clients,
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
            var service_ns = _queue.Service_us * 1000;
            _replay ??= new QueueReplay(_queue, arrival_ns);
            var done_ns = _replay.Done_ns(arrival_ns, service_ns);
            _log.Add(new ServiceLogRow(connection, arrival_ns, service_ns, done_ns, done_ns));
            done.Add((arrival_ns, done_ns));
            next.Enqueue(connection, done_ns + _turnaround_ns);
        }

        return done;
    }
}
