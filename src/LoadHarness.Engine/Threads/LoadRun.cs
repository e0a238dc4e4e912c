using LoadHarness.Contracts.Loading;
using LoadHarness.Engine.Schedules;

namespace LoadHarness.Engine.Threads;

/// <summary>One run: its generator threads and what they share.</summary>
internal sealed class LoadRun : IDisposable
{
    private readonly List<GeneratorThread> _threads = [];

    /// <summary>Makes the threads; none runs yet.</summary>
    public LoadRun(LoadPlan plan, IReadOnlyList<IClientPopulation> populations)
    {
        Plan = plan;
        ThreadCount = populations.Count;
        Windows = new WindowPlan(plan.Window_ns);
        try
        {
            for (var i = 0; i < populations.Count; i++) _threads.Add(new GeneratorThread(this, i, populations[i]));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What to run.</summary>
    public LoadPlan Plan { get; }

    /// <summary>Generator threads.</summary>
    public int ThreadCount { get; }

    /// <summary>The threads, by number.</summary>
    public IReadOnlyList<GeneratorThread> Threads => _threads;

    /// <summary>When windows end.</summary>
    public WindowPlan Windows { get; }

    /// <summary>What threads look at once a turn.</summary>
    public RunSignals Signals { get; } = new();

    /// <summary>What the controlling thread reads.</summary>
    public Mailbox Mailbox { get; } = new();

    /// <summary>Lets the first window start.</summary>
    public void Start()
    {
        Signals.Start();
        WakeAll();
    }

    /// <summary>Makes the open window the last one on all threads.</summary>
    public void Exhaust()
    {
        if (Signals.IsExhausted) return;
        Signals.Exhaust();
        WakeAll();
    }

    /// <summary>Ends all threads.</summary>
    public void Stop()
    {
        Signals.Stop();
        WakeAll();
    }

    /// <inheritdoc/>
    public void Dispose() => _threads.ForEach(thread => thread.Dispose());

    private void WakeAll() => _threads.ForEach(thread => thread.Wake());
}
