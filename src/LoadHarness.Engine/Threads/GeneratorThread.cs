using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine.Recording;
using LoadHarness.Engine.Schedules;
using LoadHarness.Engine.VirtualClients;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Engine.Threads;

/// <summary>
/// One generator thread: a loop, its share of the clients and their recorders. It shares nothing with the others while
/// a window
/// is open, and waits for nobody when it closes one.
/// </summary>
internal sealed class GeneratorThread : IDisposable
{
    private const int ConnectsInFlight = 256;

    private readonly LoadRun _run;
    private readonly int _index;
    private readonly OpenLoad? _open;
    private readonly RecorderPool _recorders;
    private readonly INetworkLoop _loop;
    private readonly ClientMachine _machine;
    private readonly Thread _thread;
    private readonly int? _cpu;
    private readonly long _sweepInterval_ns;
    private long _nextSweep_ns;
    private long _windowEnd_ns;
    private long _windowStartCpu_ns;
    private long _windowStartAge_ns;
    private long _closedCorrect;

    /// <summary>Makes the thread with its loop and clients; it runs from <see cref="Start"/> on.</summary>
    /// <param name="run">What all threads share.</param>
    /// <param name="index">0, 1, 2…</param>
    /// <param name="population">Makes its clients: those whose number leaves the remainder
    /// <paramref name="index"/>.</param>
    public GeneratorThread(LoadRun run, int index, IClientPopulation population)
    {
        (_run, _index) = (run, index);
        var plan = run.Plan;
        _open = plan.Purpose == Purpose.Measure ? plan.Open : null;
        _cpu = plan.GeneratorCpus.Count > 0 ? plan.GeneratorCpus[index] : null;
        var clients = new List<IVirtualClient>();
        for (var client = index; client < plan.Clients; client += run.ThreadCount) clients
            .Add(population.CreateClient(client));
        _sweepInterval_ns = Math.Clamp(plan.OperationTimeout_us * 1000 / 64, 1_000_000, 250_000_000);
        var longest_ns = plan.OperationTimeout_us * 1000 + 2 * _sweepInterval_ns;
        _recorders =
            new RecorderPool(() =>
                new WindowRecorder(index, plan.OperationTypeCount, clients.Count, longest_ns, _open is not null));
        _loop = NetworkLoops.Create(plan.Loop);
        _machine =
            new ClientMachine(plan, _loop, clients, _recorders.Take(), Math.Max(1, ConnectsInFlight / run.ThreadCount));
        _thread = new Thread(Body)
        {
            IsBackground = true,
            Name = "generator " + index.ToString(CultureInfo.InvariantCulture)
        };
    }

    /// <summary>The loop's name, with the reason when it is not the one that was asked for.</summary>
    public string LoopName => _loop.Note is null ? _loop.Name : $"{_loop.Name} ({_loop.Note})";

    /// <summary>What ended the thread before its time; null when it ended as it should.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>True when the thread was to be bound to a CPU and the system refused.</summary>
    public bool IsUnpinned { get; private set; }

    /// <summary>What this machine had not enough of for a connect; null when it had. To be read after the
    /// end.</summary>
    public SocketError? Shortage => _machine.Shortage;

    /// <summary>The first answer that was wrong or broken off; null when none was. To be read after the end.</summary>
    public FaultyAnswer? FaultyAnswer => _machine.FaultyAnswer;

    /// <summary>For preparation: every client of the thread is done.</summary>
    public bool IsPrepared => _machine.IsPrepared;

    /// <summary>What was counted outside windows: the operations of a preparation. To be read after the end.</summary>
    public WindowRecorder Recorder => _machine.Recorder;

    /// <summary>
    /// Correct operations in all windows, the last one, which was never closed, included. To be read after the end.
    /// </summary>
    public long CorrectCount => _closedCorrect + (Recorder.IsExhausted ? 0 : Recorder.CorrectCount);

    /// <summary>Starts the thread.</summary>
    public void Start() => _thread.Start();

    /// <summary>Makes the thread look at the signals.</summary>
    public void Wake() => _loop.Wake();

    /// <summary>Takes a merged recorder back.</summary>
    public void Return(WindowRecorder recorder) => _recorders.Return(recorder);

    /// <summary>Waits until the thread has ended.</summary>
    public void Join() => _thread.Join();

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private void Body()
    {
        try
        {
            if (_cpu is { } cpu) IsUnpinned = !ThreadAffinity.PinCurrentThread(cpu);
            if (_run.Plan.Purpose != Purpose.Measure) Prepare();
            else Measure();
        }
        catch (Exception fault)
        {
            Fault = fault;
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        try
        {
            _machine.Stop();
        }
        catch (Exception fault)
        {
            Fault ??= fault;
        }

        _run.Mailbox.Post(new News(NewsKind.Ended));
    }

    /// <summary>Operates until every client is idle, or none has got on for as long as an operation may take.</summary>
    private void Prepare()
    {
        _machine.StartOperating();
        _machine.Ramp();
        while (!_run.Signals.IsStopped && !_machine.IsPrepared)
        {
            var now_ns = Turn(long.MaxValue);
            if (now_ns - _machine.LastProgress_ns > _run.Plan.OperationTimeout_us * 1000 + 2 * _sweepInterval_ns)
                return;
        }
    }

    private void Measure()
    {
        if (_run.Plan.ConnectionUse == ConnectionUse.Persistent) ConnectAll();
        _run.Mailbox.Post(new News(NewsKind.Ramped, _machine.ReadyCount));
        while (!_run.Signals.IsStarted && !_run.Signals.IsStopped) Turn(long.MaxValue);
        OpenFirstWindow();
        while (!_run.Signals.IsStopped)
        {
            var now_ns = Turn(_windowEnd_ns);
            var isLast = _machine.IsExhausted || _run.Signals.IsExhausted;
            if (isLast || now_ns >= _windowEnd_ns) CloseWindow(now_ns, isLast);
            if (isLast) return;
        }
    }

    private void ConnectAll()
    {
        var bound_ns = MonotonicClock.Now_ns + _run.Plan.OperationTimeout_us * 1000;
        _machine.Ramp();
        while (!_run.Signals.IsStopped && !_machine.IsRampDone && Turn(bound_ns) < bound_ns)
        {
            // Connects end, or time does.
        }
    }

    /// <summary>One turn of the loop, then the overdue operations when it is time for them.</summary>
    /// <returns>The time after it, monotonic ns.</returns>
    private long Turn(long until_ns)
    {
        _loop.Turn(_machine, Math.Min(until_ns, Math.Min(_nextSweep_ns, _machine.WakeForArrival_ns)));
        var now_ns = MonotonicClock.Now_ns;
        var length_ns = now_ns - _loop.TurnTime_ns;
        if (length_ns > _machine.Recorder.LongestTurn_ns) _machine.Recorder.LongestTurn_ns = length_ns;
        if (now_ns < _nextSweep_ns) return now_ns;
        _machine.EndOverdue(now_ns);
        _nextSweep_ns = now_ns + _sweepInterval_ns;
        return now_ns;
    }

    private void OpenFirstWindow()
    {
        _machine.Recorder.Clear();
        var now_ns = MonotonicClock.Now_ns;
        _machine.Outstanding.Cut_ns(now_ns);
        Open(_machine.Recorder, 0, now_ns);
        _machine.StartOperating(_open is null ? null : Arrivals(_open));
        if (_run.Plan.ConnectionUse == ConnectionUse.PerOperation && _open is null) _machine.Ramp();
    }

    /// <summary>They start with the first window of the thread that leads, on all threads alike.</summary>
    private ArrivalQueue Arrivals(OpenLoad open) =>
        new(new ArrivalSchedule(open, _index, _run.ThreadCount), _windowEnd_ns - _run.Plan.Window_ns);

    private void Open(WindowRecorder recorder, int index, long now_ns)
    {
        recorder.Open(index, now_ns);
        _windowEnd_ns = _run.Windows.EndOf_ns(index, now_ns);
        _windowStartAge_ns = _machine.Age_ns(now_ns);
        _windowStartCpu_ns = ThreadCpuClock.Now_ns;
    }

    private void CloseWindow(long now_ns, bool isExhausted)
    {
        var closed = _machine.Recorder;
        Debug.Assert(now_ns >= closed.Start_ns, "The clock never goes back.");
        closed.End_ns = now_ns;
        _machine.CountArrivals(now_ns);
        closed.Outstanding_ns = _machine.Outstanding.Cut_ns(now_ns);
        closed.AgeGrowth_ns = _machine.Age_ns(now_ns) - _windowStartAge_ns;
        closed.ThreadCpu_ns = ThreadCpuClock.Now_ns - _windowStartCpu_ns;
        closed.Allocated_bytes = GC.GetAllocatedBytesForCurrentThread();
        closed.IsExhausted = isExhausted;
        _closedCorrect += closed.CorrectCount;
        if (isExhausted) _run.Exhaust();
        else Open(_machine.Recorder = _recorders.Take(), closed.Index + 1, now_ns);
        _run.Mailbox.Post(new News(NewsKind.WindowClosed, Recorder: closed));
    }
}
