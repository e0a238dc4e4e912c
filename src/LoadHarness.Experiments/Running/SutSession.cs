using System.Globalization;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Randomness;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Sockets;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>One start of one SUT: prepares it, warms it up and measures levels on it.</summary>
internal sealed class SutSession : IDisposable
{
    private readonly RunContext _run;
    private readonly ISut _sut;
    private readonly string _model;
    private readonly int _repetition;
    private readonly QuietProbe _probe = new();
    private readonly IdleConnections _idle;
    private readonly ConnectionUse _connectionUse;
    private readonly WorkloadSettings _settings;
    private readonly HistoryWatch _history;
    private readonly FaultTeller _faults;
    private bool _hasToldShortage;
    private readonly Dictionary<string, IReadOnlyList<IClientPopulation>> _populations = new(StringComparer.Ordinal);

    private SutSession(RunContext run, string model, int repetition, ISut sut, WorkloadSettings settings)
    {
        (_run, _model, _repetition, _sut, _settings) = (run, model, repetition, sut, settings);
        _history = new HistoryWatch(run.Plan.Scenario.Check == ScenarioCheck.Linearizable);
        _faults = new FaultTeller(run.Journal, Owner, repetition);
        _connectionUse = run.Workload.ConnectionUseOf(settings);
        _idle = new IdleConnections(
            sut.Endpoint, run.Plan.Rules.IdleConnections, run.Plan.Scenario.Generator.SourceAddresses);
        foreach (var stage in run.Plan.Stages) _populations[stage] = Populations(stage, run.Threads);
    }

    /// <summary>Whether clients keep their connection.</summary>
    public ConnectionUse ConnectionUse => _connectionUse;

    private IReadOnlyList<IClientPopulation> Populations(string stage, int threads)
    {
        var seed = _run.Plan.Scenario.Load.Seed + _repetition;
        IReadOnlyList<IClientPopulation> populations =
        [
            .. Enumerable.Range(0, threads).Select(thread =>
                _run.Workload.CreatePopulation(_settings, stage, new PopulationShare(thread, threads), seed)),
        ];
        foreach (var population in populations) population.ServerReplaced();
        return populations;
    }

    /// <summary>Starts the SUT with an empty data folder.</summary>
    /// <exception cref="SutException">It did not come up.</exception>
    public static SutSession Start(RunContext run, string model, int repetition)
    {
        run.Journal.Now(run.Budget, $"starting {model}", null, null, double.NaN);
        var scenario = run.Plan.Scenario;
        var name = string.Create(CultureInfo.InvariantCulture, $"{model}-{repetition}");
        var data = Path.Combine(run.Journal.Folder, "data", run.CeilingOf is null ? name : "null");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        // A settings object of its own: what clients know about a server must not outlive it.
        var settings = WorkloadSettings.Create(run.Workload.Options, scenario.ClientOptions, []);
        var server = scenario.Server;
        var sut = run.Suts.Start(
            new SutRequest(run.Workload, model, server.Options, server.OptionsOf(model), data), run.Cancellation);
        run.Journal.Save(manifest => run.CeilingOf is not null
            || manifest.Commands.Any(c => string.Equals(c.Model, model, StringComparison.Ordinal))
            ? manifest
            : manifest with
            {
                Commands = [.. manifest.Commands, new SutCommand(run.Workload.Name, model, sut.CommandLine)],
            });
        if (run.CeilingOf is { } curve)
            run.Journal.Note("null-server-started", sut.CommandLine, curve.Model, repetition);
        else run.Journal.Note("sut-started", $"{model} listens at {sut.Endpoint}", model, repetition);
        return new SutSession(run, model, repetition, sut, settings);
    }

    /// <summary>
    /// Runs every stage until its throughput is steady, so that no level pays for compiling code.
    /// </summary>
    public void WarmUp()
    {
        var plan = _run.Plan;
        var shortest_ns = (long)(plan.Profile.WarmUp_s * 1e9);
        var shares = new WarmUpShares(
            (long)(plan.WarmUpLimit_s * 1e9), shortest_ns, plan.Stages.Count, () => MonotonicClock.Now_ns);
        foreach (var stage in plan.Stages)
        {
            if (IsOver) return;
            var latest_ns = shares.Next_ns();
            _run.Journal.Now(_run.Budget, $"warming up {_model} {stage}", null, null, double.NaN);
            var usage = new LevelUsage(_sut, _run.Meter);
            var rehearsal = Rehearsal(stage, usage);
            WarmUp(stage, usage, new WarmUpObserver(shortest_ns, latest_ns, _sut, _run.Meter, rehearsal));
        }
    }

    /// <summary>
    /// Where the scenario gives rates, the lowest of them warms up, too: nobody asked for as much as the server can do.
    /// </summary>
    private void WarmUp(string stage, LevelUsage usage, WarmUpObserver observer)
    {
        var clients = Math.Min(WarmUpClients, _run.ConnectionLimit(_model) ?? WarmUpClients);
        var open = _run.Plan.Open is { ReplacesClients: true } given ? LoadOf(given, given.Rates_per_s[0]) : null;
        RunEnd end;
        do
        {
            Prepare(stage, clients);
            usage.Begin();
            var warming = Plan(stage, clients, Purpose.Measure, WarmUpWindow_ns) with { Open = open };
            end = Load(warming, _populations[stage], observer).End;
        }
        while (end == RunEnd.Exhausted && !observer.IsDone && !IsOver);

        _run.Journal.Note("warm-up", $"{stage}: {observer.Describe()}", Owner, _repetition);
    }

    /// <summary>
    /// The warm-up is watched as a level is, and what comes of it is thrown away: code that watches levels would else
    /// be compiled in the first of them.
    /// </summary>
    private LevelObserver Rehearsal(string stage, LevelUsage usage)
    {
        var curve = _run.CeilingOf ?? new CurveKey(_run.Workload.Name, _model, stage);
        var key = new RunKey(
            curve.Workload, curve.Model, curve.Stage, _repetition, LevelPhase.Ladder, WarmUpClients, Sequence: 0);
        return new LevelObserver(_run.Plan.Rules, key, _sut, _run.Meter, usage, long.MaxValue, (_, _) => { });
    }

    /// <summary>The open loop of one rate on this start.</summary>
    /// <param name="open">The scenario's open loop.</param>
    /// <param name="rate_per_s">Operations due per second.</param>
    public OpenLoad LoadOf(OpenSetup open, double rate_per_s) => new()
    {
        Rate_per_s = Math.Min(rate_per_s, OpenLoad.HighestRate_per_s),
        Arrivals = open.Arrivals,
        BusyPolicy = open.WhenBusy,
        Seed = (ulong)(_run.Plan.Scenario.Load.Seed + _repetition),
    };

    /// <summary>Measures one level and writes it down.</summary>
    /// <param name="request">Which.</param>
    /// <returns>The level as it was written; null when it could not be measured.</returns>
    public MeasuredLevel? Measure(LevelRequest request)
    {
        var plan = _run.Plan;
        var key = KeyOf(request);
        var usage = new LevelUsage(_sut, _run.Meter);
        var observer = new LevelObserver(
            plan.Rules, key, _sut, _run.Meter, usage, request.Deadline_ns, (windows, throughput_per_s) =>
            _run.Journal.Now(_run.Budget, LevelText.Activity(request), key, windows, throughput_per_s));
        var run = MeasureRuns(request, key, usage, observer);
        _run.Journal.Save(manifest => manifest with
        {
            Loop = manifest.Loop.Length > 0 ? manifest.Loop : run.Loop,
            UnpinnedThreads = Math.Max(manifest.UnpinnedThreads, run.UnpinnedThreads),
        });
        if (run.End == RunEnd.Cancelled && observer.Samples.Count < plan.UsableWindows)
        {
            _run.Journal.Note(
                "level-dropped", $"{key.Stage}: {Clients(key.Clients)} cut short and left out", key.Model, _repetition);
            return null;
        }

        var stage = request.Stage;
        var objection = _probe.Ask(_populations[stage][0], observer.Windows, () => _run.Engine.Run(
            Plan(stage, 1, Purpose.Verify, WarmUpWindow_ns), _populations[stage], IgnoringObserver.Instance,
            _run.Cancellation));
        return observer.Windows.Count == 0 ? null : Write(request, key, observer, usage, objection);
    }

    /// <summary>Runs the engine until the level is measured enough, and prepares again what it has used up.</summary>
    private RunSnapshot MeasureRuns(LevelRequest request, RunKey key, LevelUsage usage, LevelObserver observer)
    {
        var (stage, clients) = (request.Stage, request.Clients);
        var populations = request.FurtherCpu is null ? _populations[stage] : Populations(stage, _run.Threads + 1);
        var measuring = Plan(stage, clients, Purpose.Measure, (long)_run.Plan.Scenario.Load.Window_ms * 1_000_000);
        measuring = measuring with
        {
            ExtraWork_ns = ExtraWork_ns(request),
            GeneratorCpus = request.FurtherCpu is { } cpu ? [.. _run.GeneratorCpus, cpu] : _run.GeneratorCpus,
        };
        _history.Begin(_populations[stage].Concat(populations));
        RunSnapshot run;
        do
        {
            _run.Journal.Now(_run.Budget, "preparing", key, null, double.NaN);
            Prepare(stage, clients);
            _idle.Fill(_run.Limit);
            EarlierClients.Await(_sut, _run.Plan.Rules.IdleConnections, _run.Limit);
            CompilerRest.Await(_sut, _run.Meter, _run.Limit);
            usage.Begin();
            // The same arrivals again would be no further evidence.
            var open = request.Open is { } load
                ? load with { Seed = SplitMix64.At(load.Seed, (ulong)usage.Runs) }
                : null;
            run = Load(measuring with { Open = open }, populations, observer);
            usage.End(
                _connectionUse == ConnectionUse.Persistent ? run.ConnectedClients : clients, run.CorrectCount);
            observer.RunEnded(run);
            TellShortage(run);
            TakeEvents();
        }
        while (run.End == RunEnd.Exhausted && !observer.IsDone && !IsOver);

        return run;
    }

    /// <summary>In an open loop every generator thread needs a connection of its own.</summary>
    private RunSnapshot Load(LoadPlan plan, IReadOnlyList<IClientPopulation> populations, ILoadObserver observer)
    {
        var threads = plan.Open is null ? populations.Count : Math.Min(populations.Count, plan.Clients);
        var run = threads == populations.Count
            ? _run.Engine.Run(plan, populations, observer, _run.Limit)
            : _run.Engine.Run(
                plan with { GeneratorCpus = [.. plan.GeneratorCpus.Take(threads)] },
                [.. populations.Take(threads)], observer, _run.Limit);
        _faults.Tell(plan.Stage, run.FaultyAnswer);
        return run;
    }

    /// <summary>True when the run was cancelled, its budget is spent or the SUT has died.</summary>
    public bool IsOver => _run.Limit.IsCancellationRequested || _sut.HasExited;

    /// <summary>True when the SUT has died by itself; the event says so with what it wrote last.</summary>
    public bool HasDied => _sut.HasExited;

    /// <summary>What the SUT wrote last to its error output.</summary>
    public string ErrorTail => _sut.ErrorTail;

    /// <inheritdoc/>
    public void Dispose()
    {
        _idle.Dispose();
        _sut.Dispose();
        TakeEvents();
    }

    /// <summary>The model whose measurement it serves: a null server is there for another one.</summary>
    private string Owner => _run.CeilingOf?.Model ?? _model;

    private const int WarmUpClients = 8;
    private const long WarmUpWindow_ns = 50_000_000;

    private RunKey KeyOf(LevelRequest request)
    {
        var curve = _run.CeilingOf ?? new CurveKey(_run.Workload.Name, _model, request.Stage);
        return new RunKey(
            curve.Workload, curve.Model, curve.Stage, _repetition, request.Phase, request.Clients,
            _run.Journal.NextSequence());
    }

    private long ExtraWork_ns(LevelRequest request) =>
        (long)(_run.Plan.Scenario.Generator.ExtraWork_us * 1000) + request.ExtraWork_ns;

    private MeasuredLevel Write(
        LevelRequest request, RunKey key, LevelObserver observer, LevelUsage usage, ValidityIssue? objection)
    {
        var steadiness = WindowSelection.SelectAtEnd(_run.Plan.Rules, observer.Samples);
        var level = LevelRows.Of(_run.Plan.Rules, new LevelRecord
        {
            Key = key,
            Open = request.Open,
            OperationTypes = _run.Workload.OperationTypes,
            Windows = observer.Windows,
            Steadiness = steadiness,
            AllOperations = usage.Operations,
            EngineRuns = usage.Runs,
            ConnectedClients = usage.ConnectedClients,
            Sut = _sut.IsSampled ? usage.Sut : null,
            Held = usage.Held,
            ServedPerOperation = _run.Workload.ServedPerOperation(_settings, request.Stage),
            SutCpus = _run.Suts.Cpus,
            Generator = usage.Generator,
            GeneratorCpus = _run.Threads + (request.FurtherCpu is null ? 0 : 1),
            ExtraWork_ns = ExtraWork_ns(request),
            IdleConnections = _idle.CountOpen(),
            HoldsConnections = _run.Plan.Pause_us > 0,
            Objection = objection,
            History = _history.Check(),
            Standstill_s = observer.Standstill_s,
            RunStart_ns = _run.Journal.Start_ns,
        });
        _run.Journal.Write(level);
        return level;
    }

    private void Prepare(string stage, int clients)
    {
        var populations = _populations[stage];
        if (IsOver || !_run.Engine.NeedsPreparation(populations)) return;
        var preparing = _run.PreparingClients(_model);
        var plan = Plan(stage, preparing, Purpose.Prepare, WarmUpWindow_ns) with { MeasuredClients = clients };
        var run = _run.Engine.Run(plan, populations, IgnoringObserver.Instance, _run.Limit);
        _faults.Tell(stage, run.FaultyAnswer);
        if (run.End == RunEnd.ServerUnreachable)
            _run.Journal.Note("prepare-failed", $"{_model} {stage}: the server does not take the starting data", _model,
                _repetition, Progress.ProgressLineKind.Problem);
    }

    /// <summary>
    /// What the generator's own machine has run out of is told once for each start of a server; the level has the
    /// errors in its rows and counts as not valid, those before it are saved.
    /// </summary>
    private void TellShortage(RunSnapshot run)
    {
        if (_hasToldShortage || run.Shortage is not { } shortage) return;
        _hasToldShortage = true;
        _run.Journal.Note(
            "generator-limit", $"the load generator's machine, not the server: {Shortages.Of(shortage)}. What was "
                + "measured so far is saved, and so are the errors of this level", _model, _repetition,
            Progress.ProgressLineKind.Problem);
    }

    private static string Clients(int clients) =>
        string.Create(
            CultureInfo.InvariantCulture, $"the level of {clients} {(clients == 1 ? "client" : "clients")} was");

    private LoadPlan Plan(string stage, int clients, Purpose purpose, long window_ns) => new()
    {
        Target = _sut.Endpoint,
        Clients = clients,
        ConnectionUse = _connectionUse,
        OperationTypeCount = _run.Workload.OperationTypes.Count,
        Purpose = purpose,
        Stage = stage,
        Window_ns = window_ns,
        ThinkTime_us = purpose == Purpose.Measure ? (long)(_run.Plan.Scenario.Load.ThinkTime_ms * 1000) : 0,
        OperationsPerConnection = purpose == Purpose.Measure ? _run.Plan.Rules.Churn : 0,
        OperationTimeout_us = _run.Plan.Scenario.Load.OperationTimeout_ms * 1000L,
        GeneratorCpus = _run.GeneratorCpus,
        Loop = _run.Plan.Scenario.Generator.Loop,
        SourceAddresses = _run.Plan.Scenario.Generator.SourceAddresses,
        // A reset may overtake what was sent before: then nobody knows what the server has got.
        ResetOnClose = !_populations[stage][0].CanVerify,
    };

    private void TakeEvents()
    {
        foreach (var happened in _sut.TakeEvents()) _run.Journal.Happened(happened, Owner, _repetition);
    }
}
