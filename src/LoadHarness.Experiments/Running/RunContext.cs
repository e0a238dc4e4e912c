using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>What one run works with: fixed from its start to its end.</summary>
internal sealed record RunContext
{
    /// <summary>The plan.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>The workload.</summary>
    public required IWorkload Workload { get; init; }

    /// <summary>Starts the systems under test.</summary>
    public required ISutStarter Suts { get; init; }

    /// <summary>Puts them under load.</summary>
    public required ILoadEngine Engine { get; init; }

    /// <summary>Reads what the harness and the machine use.</summary>
    public required IUsageMeter Meter { get; init; }

    /// <summary>CPUs of the generator, one thread on each; empty for one thread that is not pinned.</summary>
    public required IReadOnlyList<int> GeneratorCpus { get; init; }

    /// <summary>CPUs that neither the SUT nor the generator has.</summary>
    public IReadOnlyList<int> SpareCpus { get; init; } = [];

    /// <summary>The null server that shows what the clients can do; null where there is none.</summary>
    public CeilingServer? Ceiling { get; init; }

    /// <summary>The curve whose ceiling is measured, while a null server stands in the SUT's place.</summary>
    public CurveKey? CeilingOf { get; init; }

    /// <summary>Shares the time out.</summary>
    public required TimeBudget Budget { get; init; }

    /// <summary>Where results and news go.</summary>
    public required RunJournal Journal { get; init; }

    /// <summary>Ends the run early.</summary>
    public required CancellationToken Cancellation { get; init; }

    /// <summary>Ends whatever runs: the budget is spent, or <see cref="Cancellation"/>.</summary>
    public required CancellationToken Limit { get; init; }

    /// <summary>True when the budget is spent.</summary>
    public bool IsTimeUp => Limit.IsCancellationRequested && !Cancellation.IsCancellationRequested;

    /// <summary>Generator threads.</summary>
    public int Threads => Math.Max(1, GeneratorCpus.Count);

    /// <summary>
    /// Connections that a model serves at the same time beside those that are idle; null when it sets no such limit.
    /// </summary>
    public required Func<string, int?> ConnectionLimit { get; init; }

    /// <summary>
    /// Clients that prepare at the same time on a model: enough to share log flushes, but no more than it serves at
    /// once, since
    /// the others would only wait.
    /// </summary>
    public int PreparingClients(string model) => Math.Min(UsefulPreparing, ConnectionLimit(model) ?? UsefulPreparing);

    private const int UsefulPreparing = 64;
}
