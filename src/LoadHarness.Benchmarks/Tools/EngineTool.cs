using LoadHarness.Analysis.Peers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>
/// This program on one network loop, with everything on that a run has on: a histogram for each type of operation and
/// window, a check of every answer, counts for each client.
/// </summary>
/// <param name="loop">Its network loop.</param>
/// <param name="clients">The virtual clients.</param>
/// <param name="cpu">The generator's CPU.</param>
internal sealed class EngineTool(string loop, ToolClients clients, int cpu) : ILoadTool
{
    private const long Window_ns = 100_000_000;
    private const int PreparingClients = 64;

    private readonly LoadEngine _engine = new();

    /// <inheritdoc/>
    public string Name => PeerAnalysis.OwnPrefix + loop;

    /// <inheritdoc/>
    public ToolReport? Load(ToolTask task, SpanMeter meter)
    {
        var population = clients.For(task);
        var plan = new LoadPlan
        {
            Target = task.Target,
            Clients = task.Connections,
            ConnectionUse = ConnectionUse.Persistent,
            OperationTypeCount = clients.OperationTypeCount,
            Window_ns = Window_ns,
            Loop = loop,
            GeneratorCpus = [cpu],
        };
        if (population.NeedsPreparation)
        {
            _engine.Run(
                plan with { Purpose = Purpose.Prepare, Clients = PreparingClients }, [population],
                new SpanObserver(task, meter), default);
        }

        var observer = new SpanObserver(task, meter);
        var run = _engine.Run(plan, [population], observer, default);
        if (!string.Equals(run.Loop, loop, StringComparison.Ordinal))
            throw new InvalidOperationException($"the loop is {run.Loop}");
        return run.End == RunEnd.Complete && run.ConnectedClients == task.Connections
            ? observer.Report()
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"{Name}: {run.ConnectedClients} of {task.Connections} clients connected; {run.End}"));
    }
}
