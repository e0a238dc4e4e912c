using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Engine;

public abstract class LoadEngineTestBase
{
    private protected static LoadPlan Plan(IPEndPoint target, int clients,
        ConnectionUse use = ConnectionUse.Persistent) =>
        new()
        {
            Target = target,
            Clients = clients,
            ConnectionUse = use,
            OperationTypeCount = LinePopulation.Types.Length,
            Window_ns = 20_000_000,
            RetryPause_us = 1000,
        };

    private protected static RunSnapshot Run(
        LoadPlan plan, IClientPopulation population, ILoadObserver observer, CancellationToken cancellation =
            default) =>
        new LoadEngine().Run(plan, [population], observer, cancellation);

    private protected static long Count(RunSnapshot run, Outcome outcome) =>
        run.Windows.Sum(window => window.Ended.Sum(byOutcome => byOutcome[(int)outcome]));

    private protected static TestObserver AfterFirstWindow(long operations) =>
        new(o => o.Windows.Skip(1).Sum(w => w.CorrectCount) > operations);

    /// <summary>
    /// The runtime allocates once when it compiles a method anew; what an operation allocates shows in every run.
    /// </summary>
    private protected static void ShouldAllocateNothing(Func<RunSnapshot> run)
    {
        var allocated_bytes = Enumerable.Range(0, 5)
            .Select(_ => run().SteadyStateAllocated_bytes).TakeWhile(bytes => bytes > 0).ToList();
        allocated_bytes.Count.ShouldBeLessThan(5, $"every run allocated: {string.Join(", ", allocated_bytes)} bytes");
    }
}
