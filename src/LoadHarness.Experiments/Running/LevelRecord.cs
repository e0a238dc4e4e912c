using LoadHarness.Analysis.Linearizability;
using LoadHarness.Analysis.Windows;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>A level as measured, before it becomes rows.</summary>
internal sealed record LevelRecord
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>The open loop that loaded the server; null for a closed one.</summary>
    public OpenLoad? Open { get; init; }

    /// <summary>Names of the operation types.</summary>
    public required IReadOnlyList<string> OperationTypes { get; init; }

    /// <summary>All windows in order.</summary>
    public required IReadOnlyList<GatheredWindow> Windows { get; init; }

    /// <summary>What the windows that are not cut say.</summary>
    public required LevelSteadiness Steadiness { get; init; }

    /// <summary>Operations the clients completed, those after the last closed window included.</summary>
    public required long AllOperations { get; init; }

    /// <summary>Engine runs that the level took.</summary>
    public required int EngineRuns { get; init; }

    /// <summary>Clients whose connection was up (the fewest of the engine runs).</summary>
    public required int ConnectedClients { get; init; }

    /// <summary>What the SUT used; null when there is no process to ask.</summary>
    public required UsageTotal? Sut { get; init; }

    /// <summary>What the SUT held over time.</summary>
    public IReadOnlyList<UsageSample> Held { get; init; } = [];

    /// <summary>Operations that the SUT counts for one of a client's, ≥ 1.</summary>
    public int ServedPerOperation { get; init; } = 1;

    /// <summary>CPUs of the SUT.</summary>
    public required int SutCpus { get; init; }

    /// <summary>What the harness used.</summary>
    public required UsageTotal Generator { get; init; }

    /// <summary>CPUs of the generator.</summary>
    public required int GeneratorCpus { get; init; }

    /// <summary>Extra work of the generator for every operation, ns.</summary>
    public long ExtraWork_ns { get; init; }

    /// <summary>True where clients are connected all the time, since they pause within operations.</summary>
    public bool HoldsConnections { get; init; }

    /// <summary>Idle connections beside the clients, open at the end.</summary>
    public int IdleConnections { get; init; }

    /// <summary>What there is to object to beside the level's own numbers; null for nothing.</summary>
    public ValidityIssue? Objection { get; init; }

    /// <summary>What the clients' history tells; null where nobody asked.</summary>
    public HistoryReading? History { get; init; }

    /// <summary>Time in which the harness did not run, s.</summary>
    public double Standstill_s { get; init; }

    /// <summary>The run's start, monotonic ns.</summary>
    public required long RunStart_ns { get; init; }
}
