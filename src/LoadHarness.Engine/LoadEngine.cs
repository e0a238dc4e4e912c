using LoadHarness.Contracts.Loading;
using LoadHarness.Engine.Threads;

namespace LoadHarness.Engine;

/// <summary>
/// The engine: a closed or open loop of virtual clients on one event loop thread for each generator CPU. Client i
/// belongs to thread i % threads, whose population makes it.
/// </summary>
public sealed class LoadEngine : ILoadEngine
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The plan contradicts itself or the number of populations.</exception>
    /// <exception cref="AggregateException">A virtual client broke its contract or threw.</exception>
    public RunSnapshot Run(
        LoadPlan plan,
        IReadOnlyList<IClientPopulation> populations,
        ILoadObserver observer,
        CancellationToken cancellation)
    {
        Check(plan, populations);
        using var run = new LoadRun(plan, populations);
        return new RunController(run, observer).Run(cancellation);
    }

    private static void Check(LoadPlan plan, IReadOnlyList<IClientPopulation> populations)
    {
        Require(plan, p => p.Clients >= 1, "a run needs at least one client");
        Require(plan, p => p.OperationTypeCount >= 1, "a workload has at least one type of operation");
        Require(plan, p => p.Window_ns >= 1, "a window has a length");
        Require(plan, p => p.OperationTimeout_us >= 1, "an operation has a time limit");
        Require(plan, p => p.ThinkTime_us >= 0, "think time is not negative");
        Require(plan, p => p.OperationsPerConnection >= 0, "operations on a connection are not negative");
        Require(plan, p => p.ExtraWork_ns >= 0, "extra work is not negative");
        Require(plan, p => p.RetryPause_us >= 0, "the retry pause is not negative");
        if (plan.Open is { } open) Check(plan, open);
        if (populations.Count != Math.Max(1, plan.GeneratorCpus.Count))
            throw new ArgumentException("Every generator thread needs one population.", nameof(populations));
    }

    private static void Check(LoadPlan plan, OpenLoad open)
    {
        Require(plan, _ => open.Rate_per_s is > 0 and <= OpenLoad.HighestRate_per_s, "a rate is positive and bounded");
        Require(plan, p => p.ThinkTime_us == 0, "in an open loop nobody thinks");
        Require(plan, p => p.Clients >= p.GeneratorCpus.Count, "every generator thread needs a connection");
    }

    private static void Require(LoadPlan plan, Func<LoadPlan, bool> rule, string words)
    {
        if (!rule(plan)) throw new ArgumentException($"The load plan is wrong: {words}.", nameof(plan));
    }
}
