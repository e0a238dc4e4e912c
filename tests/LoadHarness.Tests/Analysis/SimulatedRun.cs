using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Simulation;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis;

/// <summary>Makes the rows that an experiment would have stored for servers whose truth is known.</summary>
internal sealed class SimulatedRun
{
    private readonly List<LevelRow> _levels = [];
    private readonly List<ClientRow> _clients = [];
    private readonly List<WindowRow> _windows = [];
    private readonly List<ResourceRow> _resources = [];
    private readonly Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> _histograms = [];
    private int _sequence;

    public MeasuringRules Rules { get; init; } = new() { MaxClients = 32, MaxWindows = 30 };

    public List<EventRow> Events { get; } = [];

    public RunState State { get; init; } = RunState.Complete;

    /// <summary>Walks the ladder of one curve, then repeats after restarts.</summary>
    public SimulatedRun Add(SimulatedServer server, int restarts = 2)
    {
        var curve = Curve(server, _sequence + 1).Walk(Rules);
        foreach (var visit in curve.Visits) Store(server, 0, visit);
        for (var repetition = 1; repetition <= restarts; repetition++)
        {
            var again = Curve(server, 100 * _sequence + repetition);
            foreach (var clients in Ladder.RepeatLevels(Rules, curve.Visits))
                Store(server, repetition, again.Visit(Rules, LevelPhase.Repeat, clients));
        }

        return this;
    }

    /// <summary>Overloads a server behind its ladder, between two visits of a level.</summary>
    /// <param name="before">What it is like before and under overload.</param>
    /// <param name="after">What it is like afterwards.</param>
    /// <param name="levels">The level and the overload, clients.</param>
    /// <param name="seed">Seed of all scatter.</param>
    public SimulatedRun Overload(
        SimulatedServer before, SimulatedServer after, (int Clients, int Overload) levels, int seed = 7)
    {
        var (up, down) = (Curve(before, seed), Curve(after, seed + 1_000_000));
        Store(before, 0, up.Visit(Rules, LevelPhase.Recovery, levels.Clients));
        Store(before, 0, up.Visit(Rules, LevelPhase.Overload, levels.Overload));
        Store(after, 0, down.Visit(Rules, LevelPhase.Recovery, levels.Clients));
        return this;
    }

    public StoredRun ToRun() => new()
    {
        Folder = "nowhere",
        Manifest = new RunManifest
        {
            RunId = "20261121T084400Z",
            Scenario = "simulated",
            Started_utc = DateTimeOffset.UnixEpoch,
            Rules = Rules,
            State = State,
            PlannedBudget_s = 60,
            Spent_s = 50,
        },
        Levels = _levels,
        Clients = _clients,
        Windows = _windows,
        Resources = _resources,
        Events = Events,
        Histograms = _histograms,
    };

    private void Store(SimulatedServer server, int repetition, LevelPoint visit)
    {
        var key = new RunKey(
            server.Workload, server.Model, server.Stage, repetition, visit.Phase, visit.Clients, _sequence++);
        var length = 0.1;
        var served = server.ServesOne ? 1 : visit.Clients;
        var counts = visit.Windows_per_s.Select(x => (long)Math.Round(x * length)).ToList();
        var (operations, measured) = (counts.Sum(), length * counts.Count);
        var throughput = operations / measured;
        var latency_us = throughput > 0 ? 1e6 * served / throughput : double.NaN;
        _windows.AddRange(counts.Select((count, i) => new WindowRow
        {
            Key = key,
            Window = i,
            Start_s = i * length,
            Length_s = length,
            Operations = count,
            LatencyMean_us = latency_us,
            SutCpu_s = count * server.Cpu_us(visit.Clients) / 1e6,
            GeneratorCpu_s = count * 2e-6,
        }));
        _clients.AddRange(Enumerable.Range(0, visit.Clients).Select(c => new ClientRow
        {
            Key = key,
            Client = c,
            Operations = c < served ? operations / served : 0,
            Throughput_per_s = c < served ? throughput / served : 0,
        }));
        _resources.Add(Resources(server, visit, key, operations, measured));
        _histograms[key.Sequence] = new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal)
        {
            [server.Stage] = Histogram(operations, latency_us),
        };
        _levels.Add(new LevelRow
        {
            Key = key,
            Operation = server.Stage,
            ConnectedClients = visit.Clients,
            Measured_s = measured,
            KeptWindows = counts.Count,
            Operations = operations,
            AllOperations = operations,
            Throughput_per_s = throughput,
            LatencyMean_us = latency_us,
            LatencyMax_us = 2 * latency_us,
            JainIndex = (double)served / visit.Clients,
            StarvedClients = visit.Clients - served,
            OutstandingShare = 1,
            Timeouts = server.Timeouts,
            Validity = visit.Validity.ToText(),
        });
    }

    private static ResourceRow Resources(
        SimulatedServer server, LevelPoint visit, RunKey key, long operations, double measured) =>
        server.Using(new ResourceRow
        {
            Key = key,
            Process = "sut",
            Length_s = measured,
            Cpus = 1,
            BusiestThreadShare = double.NaN,
            UserCpu_s = operations * server.Cpu_us(visit.Clients) / 1e6,
            VoluntarySwitches = operations * 2,
            Flushes = (long)(operations * server.FlushesPerOperation(visit.Clients)),
            FlushTime_s = operations * server.FlushesPerOperation(visit.Clients) * server.Flush_us / 1e6,
        }, visit.Clients);

    private static SimulatedCurve Curve(SimulatedServer server, int seed) =>
        new(server.Throughput_per_s, server.Cv, seed) { Validity = server.Validity };

    private static LatencyHistogram Histogram(long operations, double latency_us)
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < Math.Min(operations, 1000); i++) histogram.Record((long)(latency_us * 1000));
        return histogram;
    }
}
