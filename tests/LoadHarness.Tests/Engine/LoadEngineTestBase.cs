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
}
