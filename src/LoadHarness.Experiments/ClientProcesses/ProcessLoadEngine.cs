using LoadHarness.Contracts.Loading;
using LoadHarness.Engine;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>
/// Loads a server with client programs, each a process of its own with one connection, in place of virtual clients. The
/// keys that all have in common are put there by the engine it stands in for.
/// </summary>
/// <param name="inner">Prepares and verifies.</param>
/// <param name="start">Starts a client.</param>
/// <param name="operationTypes">Operation types of the workload; a stage bears the name of its only one.</param>
/// <param name="slice_ns">Length of the clients' slices, which become windows whatever the plan says, ns.</param>
public sealed class ProcessLoadEngine(
    ILoadEngine inner, StartClient start, IReadOnlyList<string> operationTypes, long slice_ns)
    : ILoadEngine, IDisposable
{
    private readonly ClientGroup _group = new(start);

    /// <summary>The clients there are now.</summary>
    internal IReadOnlyList<IClientProcess> Clients => _group.Clients;

    /// <summary>Clients also prepare what only they know of.</summary>
    public bool NeedsPreparation(IReadOnlyList<IClientPopulation> populations) => true;

    /// <inheritdoc/>
    public RunSnapshot Run(
        LoadPlan plan,
        IReadOnlyList<IClientPopulation> populations,
        ILoadObserver observer,
        CancellationToken cancellation)
    {
        if (plan.Purpose == Purpose.Verify) return inner.Run(plan, populations, observer, cancellation);
        if (plan.Purpose == Purpose.Prepare)
        {
            var end = inner.NeedsPreparation(populations)
                ? inner.Run(plan, populations, observer, cancellation).End
                : RunEnd.Complete;
            if (end == RunEnd.Complete)
                end = _group.MakeReady(plan.Target, plan.Stage, plan.MeasuredClients, cancellation);
            return ProcessRun.Nothing(end);
        }

        var ready = _group.MakeReady(plan.Target, plan.Stage, plan.Clients, cancellation);
        return ready == RunEnd.Complete
            ? new ProcessRun(plan, _group, observer, TypeOf(plan.Stage), slice_ns).Run(cancellation)
            : ProcessRun.Nothing(ready);
    }

    private int TypeOf(string stage) => Math.Max(0, operationTypes.ToList().IndexOf(stage));

    /// <inheritdoc/>
    public void Dispose() => _group.Dispose();
}
