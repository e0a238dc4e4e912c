using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Engine;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Platform.Processes;
using LoadHarness.Workloads.HashTable;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>As many clients as one machine is asked to carry, server and clients in processes of their own.</summary>
public sealed class ManyClientsTests
{
    private const int Clients = 10_000;

    /// <summary>What a process needs beside its connections.</summary>
    private const int OwnDescriptors = 300;

    [Fact]
    public void Ten_thousand_simultaneous_clients_all_get_right_answers()
    {
        // A machine whose administrator allows fewer descriptors cannot show it.
        if (DescriptorLimit.RaiseToHard().Current < Clients + OwnDescriptors) return;
        var workload = new HashTableWorkload(DialectFiles.Default);
        using var server = ServeProcess.Start("hashtable", "--model", "select", "--port", "0", "--data", "none");
        var settings = WorkloadSettings.Create(
            workload.Options, new Dictionary<string, string>(StringComparer.Ordinal), []);
        var population = workload.CreatePopulation(settings, "lookup", PopulationShare.Whole, seed: 1);
        population.ServerReplaced();
        var plan = new LoadPlan
        {
            Target = server.Endpoint,
            Clients = 64,
            ConnectionUse = workload.ConnectionUse,
            OperationTypeCount = workload.OperationTypes.Count,
            Purpose = Purpose.Prepare,
            OperationTimeout_us = (long)ServeProcess.Bound.TotalMicroseconds,
        };
        var served = new UntilAllAreServed();
        new LoadEngine().Run(plan, [population], served, CancellationToken.None).End.ShouldBe(RunEnd.Complete);

        // The pause leaves the server time to accept: without it, those accepted first keep it busy for long.
        var run = new LoadEngine().Run(
            plan with { Clients = Clients, Purpose = Purpose.Measure, ThinkTime_us = 2_000_000 },
            [population], served, CancellationToken.None);

        run.ConnectedClients.ShouldBe(Clients);
        run.Windows.Sum(window => window.ErrorCount).ShouldBe(0);
        for (var client = 0; client < Clients; client++)
            run.ClientsByWindow.Sum(totals => totals[client].Correct).ShouldBePositive();
    }

    /// <summary>Goes on until there were three correct answers for each client on average.</summary>
    private sealed class UntilAllAreServed : ILoadObserver
    {
        private long _correct;

        public void Started(long start_ns)
        {
        }

        public bool WindowClosed(WindowSnapshot window)
        {
            _correct += window.CorrectCount;
            return _correct < 3 * Clients;
        }
    }
}
