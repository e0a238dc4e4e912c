using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine.Recording;

namespace LoadHarness.Engine.Threads;

/// <summary>
/// The controlling thread's part of a run: starts and stops the generator threads, merges their windows and asks the
/// observer.
/// The threads go on meanwhile; what they measure after the end was decided is dropped.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="observer">Decides when it is enough.</param>
internal sealed class RunController(LoadRun run, ILoadObserver observer)
{
    private readonly WindowCollector _collector = new(run);
    private RunEnd? _end;
    private int _ramped;
    private int _connected;
    private int _ended;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="AggregateException">A generator thread failed: an error in the engine or in a virtual
    /// client.</exception>
    public RunSnapshot Run(CancellationToken cancellation)
    {
        foreach (var thread in run.Threads) thread.Start();
        try
        {
            using var onCancel = cancellation.Register(() => run.Mailbox.Post(new News(NewsKind.Cancelled)));
            while (_ended < run.ThreadCount) Handle(run.Mailbox.Take());
        }
        finally
        {
            run.Stop();
            foreach (var thread in run.Threads) thread.Join();
        }

        var faults = run.Threads.Select(thread => thread.Fault).OfType<Exception>().ToArray();
        if (faults.Length > 0) throw new AggregateException("A generator thread failed.", faults);
        return Snapshot();
    }

    private void Handle(News news)
    {
        switch (news.Kind)
        {
            case NewsKind.Ramped:
                _ramped++;
                _connected += news.Connected;
                if (_ramped == run.ThreadCount && _end is null) StartFirstWindow();
                break;
            case NewsKind.WindowClosed when _end is null:
                _collector.Add(news.Recorder!);
                while (_end is null && _collector.TryMerge(out var window)) Judge(window);
                break;
            case NewsKind.Ended:
                _ended++;
                if (HasFailed()) EndWith(RunEnd.ServerUnreachable);
                break;
            case NewsKind.Cancelled:
                EndWith(RunEnd.Cancelled);
                break;
        }
    }

    /// <summary>A thread that ended unasked has failed or, in a preparation, found no server.</summary>
    private bool HasFailed() => run.Threads.Any(thread => thread.Fault is not null)
        || (run.Plan.Purpose != Purpose.Measure && _ended == run.ThreadCount
            && !run.Threads.All(thread => thread.IsPrepared));

    private void StartFirstWindow()
    {
        if (_connected == 0 && run.Plan.ConnectionUse == ConnectionUse.Persistent)
        {
            EndWith(RunEnd.ServerUnreachable);
            return;
        }

        run.Start();
        observer.Started(MonotonicClock.Now_ns);
    }

    private void Judge(WindowSnapshot window)
    {
        var goOn = observer.WindowClosed(window);
        if (window.Exhausted) EndWith(RunEnd.Exhausted);
        else if (!goOn) EndWith(RunEnd.Complete);
    }

    private void EndWith(RunEnd end)
    {
        if (_end is null)
        {
            _end = end;
            observer.Ending();
        }

        run.Stop();
    }

    private RunSnapshot Snapshot() => new()
    {
        Windows = _collector.Windows,
        ClientsByWindow = _collector.ClientsByWindow,
        ConnectedClients = _connected,
        Loop = run.Threads[0].LoopName,
        UnpinnedThreads = run.Threads.Count(thread => thread.IsUnpinned),
        End = _end ?? RunEnd.Complete,
        Shortage = run.Threads.Select(thread => thread.Shortage).FirstOrDefault(shortage => shortage is not null),
        FaultyAnswer = run.Threads.Select(thread => thread.FaultyAnswer).FirstOrDefault(fault => fault is not null),
        PreparedByOutcome = PreparedByOutcome(),
        CorrectCount = run.Plan.Purpose == Purpose.Measure ? run.Threads.Sum(thread => thread.CorrectCount) : 0,
        SteadyStateAllocated_bytes = _collector.SteadyStateAllocated_bytes,
    };

    private long[] PreparedByOutcome()
    {
        var prepared = new long[Outcomes.Count];
        if (run.Plan.Purpose == Purpose.Measure) return prepared;
        foreach (var recorder in run.Threads.Select(thread => thread.Recorder))
        {
            for (var type = 0; type < run.Plan.OperationTypeCount; type++)
            {
                for (var outcome = 0; outcome < prepared.Length; outcome++) prepared[outcome] += recorder
                    .Ended(type, outcome);
            }
        }

        return prepared;
    }
}
