using LoadHarness.Contracts.Measuring;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report;

/// <summary>
/// A made-up run with believable numbers: two workloads, three models, one and four stages, a ladder, a refinement, a
/// confirmation
/// and two restarts. The same on every machine: all randomness is seeded and sums are exact.
/// </summary>
internal sealed class SyntheticRun
{
    private const double Window_s = 0.1;
    private readonly int[] _ladder;
    private readonly int _restarts;
    private readonly Random _random = new(20261121);
    private readonly List<LevelRow> _levels = [];
    private readonly List<ClientRow> _clients = [];
    private readonly List<WindowRow> _windows = [];
    private readonly List<ResourceRow> _resources = [];
    private readonly List<EventRow> _events = [];
    private readonly Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> _histograms = [];
    private int _sequence;
    private double _now_s = 2;

    /// <summary>Begins a run; <paramref name="restarts"/> says how often all levels are visited again, 0: twice those
    /// near the knee.</summary>
    private SyntheticRun(int[] ladder, int restarts = 0) => (_ladder, _restarts) = (ladder, restarts);

    public static StoredRun Hashtable() =>
        Hashtable([1, 2, 3, 4, 6, 8, 12, 16, 24, 32], "insert", "lookup", "scan", "remove");

    public static StoredRun NumberList() => NumberList([1, 2, 3, 4, 6, 8, 12, 16, 24, 32]);

    public static StoredRun Hashtable(int[] ladder, params string[] stages) =>
        new SyntheticRun(ladder)
            .Build("hashtable", [.. s_hashtable.Where(curve => stages.Contains(curve.Stage, StringComparer.Ordinal))]);

    /// <summary>A workload of a full run: seven models, fifteen levels, five starts that visit all of them.</summary>
    public static StoredRun Full(string workload) => new SyntheticRun(
        [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192], restarts: 4).Build(workload, [.. s_models
            .Select((model, i) => new SyntheticCurve(workload, model, "load", 900 + 10 * i, 10_000 + 9_000 * i, 1.1)
            {
                Cpu_us = 40 - 5 * i,
                Generator_us = 3,
            })]);

    public static StoredRun NumberList(int[] ladder) => new SyntheticRun(ladder).Build("number-list", s_numberList);

    private static readonly SyntheticCurve[] s_hashtable =
    [
        new("hashtable", "sequential", "insert", 900, 1_100, 1.0) { Cpu_us = 30, FlushesPerOperation = 1,
            OnlyFirstClient = true },
        new("hashtable", "sequential", "lookup", 12_000, 12_500, 1.0) { Cpu_us = 24, OnlyFirstClient = true },
        new("hashtable", "sequential", "scan", 2_000, 2_100, 1.0) { Cpu_us = 240, OnlyFirstClient = true },
        new("hashtable", "sequential", "remove", 880, 1_050, 1.0) { Cpu_us = 31, FlushesPerOperation = 1,
            OnlyFirstClient = true },
        new("hashtable", "threaded", "insert", 850, 5_200, 1.25) { Cpu_us = 34, FlushesPerOperation = 1, Flushers = 6 },
        new("hashtable", "threaded", "lookup", 11_000, 71_000, 1.02) { Cpu_us = 14, Switches = 1.9,
            Ceiling_per_s = 150_000 },
        new("hashtable", "threaded", "scan", 1_900, 4_100, 1.0) { Cpu_us = 245 },
        new("hashtable", "threaded", "remove", 840, 5_050, 1.0) { Cpu_us = 35, FlushesPerOperation = 1, Flushers = 6 },
        new("hashtable", "select", "insert", 860, 8_600, 1.0) { Cpu_us = 28, FlushesPerOperation = 1, Flushers = 12 },
        new("hashtable", "select", "lookup", 11_500, 118_000, 1.0) { Cpu_us = 8.2, Switches = 0.12,
            Generator_us = 8.1, Ceiling_per_s = 150_000 },
        new("hashtable", "select", "scan", 1_950, 4_150, 1.0) { Cpu_us = 240 },
        new("hashtable", "select", "remove", 850, 8_400, 1.0) { Cpu_us = 29, FlushesPerOperation = 1, Flushers = 12 },
    ];

    private static readonly string[] s_models =
        ["sequential", "threaded", "thread-pool", "select", "epoll", "io_uring", "async"];

    private static readonly SyntheticCurve[] s_numberList =
    [
        new("number-list", "sequential", "download", 290, 420, 1.0) { Cpu_us = 1_900, Bytes = 2_600_000 },
        new("number-list", "threaded", "download", 280, 405, 0.86) { Cpu_us = 2_200, Bytes = 2_600_000, Switches = 60 },
        new("number-list", "select", "download", 285, 430, 1.0) { Cpu_us = 1_950, Bytes = 2_600_000 },
    ];

    private StoredRun Build(string scenario, IReadOnlyList<SyntheticCurve> curves)
    {
        foreach (var curve in curves)
        {
            foreach (var clients in _ladder) Visit(curve, clients, LevelPhase.Ladder, 0, windows: 24);
            var knee = _ladder.First(
                clients => curve.Throughput(clients) > 0.97 * curve.Capacity_per_s || clients == _ladder[^1]);
            Visit(curve, Math.Max(1, knee - 1), LevelPhase.Refine, 0, windows: 24);
            Visit(curve, knee, LevelPhase.Confirm, 0, windows: 40);
            for (var repetition = 1; repetition <= (_restarts > 0 ? _restarts : 2); repetition++)
            {
                _events.Add(new EventRow
                {
                    Time_s = _now_s,
                    Model = curve.Model,
                    Repetition = repetition,
                    Kind = "sut-started"
                });
                foreach (var clients in _ladder.Where(
                    level => _restarts > 0 || (level >= knee / 2 && level <= knee * 2)))
                    Visit(curve, clients, LevelPhase.Repeat, repetition, windows: 24);
            }
        }

        // Behind all others, so that their numbers do not depend on who asks.
        foreach (var curve in curves.Where(curve => curve.Ceiling_per_s > 0)) Ask(curve);
        foreach (var curve in curves.Where(curve => curve.Ceiling_per_s > 0)) Overload(curve);
        return new StoredRun
        {
            Folder = Path.Combine("results", scenario, "20261121T084400Z"),
            Manifest = ManifestOf(scenario, curves),
            Levels = _levels,
            Clients = _clients,
            Windows = _windows,
            Resources = _resources,
            Events = _events,
            Histograms = _histograms,
        };
    }

    private void Ask(SyntheticCurve curve)
    {
        const int clients = 16;
        var isFull = curve.Capacity_per_s > 100_000;
        var asked = isFull ? curve with { Generator_us = 8.5 } : curve;
        Visit(asked, clients, LevelPhase.Cause, 0, windows: 14);
        Visit(
            asked with { Capacity_per_s = curve.Ceiling_per_s, Alone_per_s = curve.Ceiling_per_s, Generator_us = 5 },
            clients, LevelPhase.Ceiling, 0, windows: 14);
        if (!isFull) return;
        foreach (var share in (double[])[0.1, 0.2, 0.1, 0])
            Visit(asked with { Extra = share }, clients, LevelPhase.Cause, 0, windows: 14);
    }

    /// <summary>One of two comes back.</summary>
    private void Overload(SyntheticCurve curve)
    {
        var recovers = curve.Capacity_per_s > 100_000;
        Visit(curve, 12, LevelPhase.Recovery, 0, windows: 14);
        Visit(curve, 48, LevelPhase.Overload, 0, windows: 14);
        Visit(
            curve with { Capacity_per_s = curve.Capacity_per_s * (recovers ? 1 : 0.8) }, 12, LevelPhase.Recovery, 0,
            windows: 14);
    }

    private RunManifest ManifestOf(string scenario, IReadOnlyList<SyntheticCurve> curves) => new()
    {
        RunId = "20261121T084400Z",
        Scenario = scenario,
        Title = "Where does it level out?",
        ScenarioText = $"name: {scenario}\nworkload: {scenario}\nmodels: [sequential, threaded, select]\n",
        Profile = "default",
        Started_utc = new DateTimeOffset(2026, 11, 21, 8, 44, 0, TimeSpan.Zero),
        Finished_utc = new DateTimeOffset(2026, 11, 21, 8, 48, 0, TimeSpan.Zero),
        ToolVersion = "0.1.0",
        Commit = "0123abc",
        Host = new HostFacts
        {
            Host = "bench",
            Kernel = "6.18",
            System = "Debian 12",
            CpuModel = "Example CPU @ 3.0 GHz | 2 cores",
            Cpus = 2,
            Memory_bytes = 24L << 30,
            Runtime = ".NET 10.0.12",
            GcMode = "workstation concurrent",
        },
        Loop = "epoll",
        SutCpus = "0",
        GeneratorCpus = "1",
        Commands = [.. curves.Select(curve => curve.Model).Distinct(StringComparer.Ordinal)
            .Select(model => new SutCommand(
            scenario, model, $"loadharness serve {scenario} --model {model} --port 0 --quiet"))],
        PlannedBudget_s = 240,
        Spent_s = _now_s,
        State = RunState.Complete,
    };

    private void Visit(SyntheticCurve curve, int clients, LevelPhase phase, int repetition, int windows)
    {
        var key = new RunKey(curve.Workload, curve.Model, curve.Stage, repetition, phase, clients, _sequence++);
        var start_s = _now_s;
        var startFactor = 1 + 0.008 * (repetition - 1);
        var kept = new List<double>();
        for (var i = 0; i < windows; i++) kept.AddRange(Window(curve, key, i, startFactor));
        var measured_s = kept.Count * Window_s;
        var operations = (long)kept.Sum();
        var served = curve.OnlyFirstClient ? 1 : clients;
        AddClients(key, operations, measured_s, served);
        AddResources(curve, key, operations, measured_s);
        _histograms[key.Sequence] = new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal)
        {
            [curve.Stage] = Histogram(operations, served * measured_s * 1e6 / Math.Max(1, operations)),
        };
        _levels.Add(Level(curve, key, operations, measured_s, kept) with
        {
            Start_s = start_s,
            WarmupWindows = 2,
            DisturbedWindows = windows - 2 - kept.Count
        });
        if (curve.FlushesPerOperation > 0 && phase == LevelPhase.Confirm)
            _events.Add(new EventRow
            {
                Time_s = start_s + 2.1,
                Model = curve.Model,
                Kind = "checkpoint",
                Length_ms = 38,
                Count = 1
            });
        _now_s += 0.3;
    }

    private IEnumerable<double> Window(SyntheticCurve curve, RunKey key, int index, double factor)
    {
        var state = index < 2 ? WindowState.Warmup : _random.NextDouble() < 0.02 ? WindowState.Disturbed
            : WindowState.Kept;
        var slowed = state == WindowState.Warmup ? 0.7 + 0.1 * index : state == WindowState.Disturbed ? 0.6 : 1;
        var noise = 1 + 0.03 * (_random.NextDouble() + _random.NextDouble() - 1);
        var operations = (long)Math.Round(curve.Throughput(key.Clients) * Window_s * factor * slowed * noise);
        _windows.Add(new WindowRow
        {
            Key = key,
            Window = index,
            Start_s = _now_s,
            Length_s = Window_s,
            Operations = operations,
            LatencyMean_us = key.Clients * Window_s * 1e6 / Math.Max(1, operations),
            SutCpu_s = operations * curve.CpuAt(key.Clients) / 1e6,
            GeneratorCpu_s = operations * curve.Generator_us * (1 + curve.Extra) / 1e6,
            OtherCpuShare = state == WindowState.Disturbed ? 0.2 : 0.01,
            StealShare = 0,
            State = state,
        });
        _now_s += Window_s;
        if (state == WindowState.Kept) yield return operations;
    }

    private void AddClients(RunKey key, long operations, double measured_s, int served)
    {
        var left = operations;
        for (var client = 0; client < key.Clients; client++)
        {
            var share = client >= served ? 0
                : client == served - 1 ? left
                : Math.Min(left, (long)Math.Round(
                (double)operations / served * (1 + 0.02 * (_random.NextDouble() - 0.5))));
            left -= share;
            _clients.Add(new ClientRow
            {
                Key = key,
                Client = client,
                Operations = share,
                Throughput_per_s = share / measured_s,
                LatencyMean_us = share == 0 ? double.NaN : measured_s * 1e6 / share,
                LatencyMax_us = share == 0 ? 0
                    : 4 * measured_s * 1e6 / share,
            });
        }
    }

    private void AddResources(SyntheticCurve curve, RunKey key, long operations, double measured_s)
    {
        var cpu_s = operations * curve.CpuAt(key.Clients) / 1e6;
        var generator_s = operations * curve.Generator_us / 1e6;
        var flushes = (long)(operations * curve.FlushesPerOperation / Math.Min(key.Clients, curve.Flushers));
        _resources.Add(new ResourceRow
        {
            Key = key,
            Process = "sut",
            Length_s = measured_s,
            UserCpu_s = cpu_s * 0.3,
            SystemCpu_s = cpu_s * 0.7,
            Cpus = 1,
            BusiestThreadShare = Math.Min(1, cpu_s / measured_s),
            Threads = 12 + (curve.Switches > 1 ? key.Clients : 0),
            Rss_bytes = (48L << 20) + key.Clients * 20_000L,
            Descriptors = 30 + key.Clients,
            VoluntarySwitches = (long)(operations * curve.Switches),
            InvoluntarySwitches = operations / 200,
            Flushes = flushes,
            FlushTime_s = curve.FlushesPerOperation > 0
                ? Math.Min(measured_s * 0.95, flushes * 0.00095) : 0,
            GcPause_s = 0.001,
            LockContentions = 0,
            RunQueueWait_s = cpu_s * key.Clients / 160,
            MinorFaults = key.Clients * 3L,
            MajorFaults = 0,
            Read_bytes = 0,
            Written_bytes = flushes * 4096,
            Retransmits = 0,
            ListenOverflows = 0,
            ListenDrops = 0,
        });
        _resources.Add(new ResourceRow
        {
            Key = key,
            Process = "generator",
            Length_s = measured_s,
            UserCpu_s = generator_s * 0.2,
            SystemCpu_s = generator_s * 0.8,
            Cpus = 1,
            BusiestThreadShare = Math.Min(1, generator_s / measured_s),
            Threads = 14,
            Rss_bytes = 60L << 20,
            Descriptors = 40 + key.Clients,
            VoluntarySwitches = operations / 10,
            InvoluntarySwitches = operations / 500,
        });
    }

    private static LatencyHistogram Histogram(long operations, double mean_us)
    {
        var histogram = new LatencyHistogram();
        const int steps = 400;
        for (var i = 0; i < steps; i++)
        {
            var quantile = (i + 0.5) / steps;
            var latency_ns = (long)(
                mean_us * 1000 * (0.7 + 0.1 * -Math.Log(1 - quantile) + (quantile > 0.985 ? 2.2 : 0.17)));
            var count = operations * (i + 1) / steps - operations * i / steps;
            if (count > 0) histogram.AddStep(StepOf(latency_ns) with { Count = count });
        }

        return histogram;
    }

    /// <summary>The step of the histogram's layout that holds a value: 1024 steps for each power of two above 2047
    /// ns.</summary>
    private static HistogramStep StepOf(long latency_ns)
    {
        var bits = Math.Max(0, System.Numerics.BitOperations.Log2((ulong)latency_ns) - 10);
        var low_ns = latency_ns >> bits << bits;
        return new HistogramStep(low_ns, low_ns + (1L << bits) - 1, 0);
    }

    private LevelRow Level(SyntheticCurve curve, RunKey key, long operations, double measured_s, List<double> kept)
    {
        var histogram = _histograms[key.Sequence][curve.Stage];
        var mean = kept.Average();
        var deviation = Math.Sqrt(kept.Sum(value => (value - mean) * (value - mean)) / (kept.Count - 1));
        var busy = operations * curve.Generator_us / 1e6 / measured_s;
        return new LevelRow
        {
            Key = key,
            Operation = curve.Stage,
            ConnectedClients = key.Clients,
            Measured_s = measured_s,
            KeptWindows = kept.Count,
            Operations = operations,
            Throughput_per_s = operations / measured_s,
            ThroughputHalfWidth_per_s = 2.09 * deviation / Math.Sqrt(kept.Count) / Window_s,
            WindowCv = deviation / mean,
            WindowLag1 = 0.05,
            LatencyMean_us = histogram.Mean_ns / 1000,
            LatencyP50_us = Percentile(histogram, 0.5),
            LatencyP90_us = Percentile(histogram, 0.9),
            LatencyP99_us = Percentile(histogram, 0.99),
            LatencyP999_us = Percentile(histogram, 0.999),
            LatencyMax_us = histogram.Max_ns / 1000.0,
            Received_bytes = operations * curve.Bytes,
            Sent_bytes = operations * 60,
            JainIndex = curve.OnlyFirstClient ? 1.0 / key.Clients : 0.9994,
            StarvedClients = curve.OnlyFirstClient
                ? key.Clients - 1 : 0,
            LittleResidual = 0.004,
            OutstandingShare = 0.99,
            LongestTurn_us = 420,
            ExtraWork_ns = (long)(1000 * curve.Extra * curve.Generator_us),
            GeneratorThreads = 1,
            SutOperations = operations * 24 / 22,
            AllOperations = operations * 24 / 22,
            Validity = busy > 0.9
                ? "invalid: generator-cpu ("
                + (busy * 100).ToString("F0", System.Globalization.CultureInfo.InvariantCulture) + " % of 1 CPU)"
                : "valid",
        };
    }

    private static double Percentile(LatencyHistogram histogram, double quantile) =>
        histogram.Count * (1 - quantile) < 6 ? double.NaN : histogram.ValueAtQuantile_ns(quantile) / 1000.0;
}
