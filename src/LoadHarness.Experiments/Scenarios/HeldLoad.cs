using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>What a workload whose clients mostly wait (<see cref="IWorkload.Pause_us"/>) asks of a scenario.</summary>
public static class HeldLoad
{
    /// <summary>The workload's pause under a scenario's options, µs; 0 when they are not valid.</summary>
    public static long Pause_us(IWorkload workload, IReadOnlyDictionary<string, string> clientOptions)
    {
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(workload.Options, clientOptions, problems);
        return problems.Count > 0 ? 0 : workload.Pause_us(settings);
    }

    /// <summary>What is wrong, by the key of the scenario it concerns.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="clientOptions">Options of its clients.</param>
    /// <param name="load">The load.</param>
    /// <param name="models">Server models of the scenario.</param>
    /// <param name="connectionLimit">Connections a model serves at the same time; null without a limit.</param>
    public static IEnumerable<(string Key, string Problem)> Problems(
        IWorkload workload,
        IReadOnlyDictionary<string, string> clientOptions,
        LoadSetup load,
        IEnumerable<string> models,
        Func<string, int?> connectionLimit)
    {
        if (Pause_us(workload, clientOptions) == 0) yield break;
        if (load.Holds.Count == 0)
        {
            yield return ("load", $"holds is missing: clients of {workload.Name} mostly wait, so no ladder finds where "
                + "throughput levels out; give fixed numbers of clients, e.g. holds: [100, 1000, 10000]");
        }

        foreach (var model in models.Where(model => connectionLimit(model) == 1))
        {
            yield return ("server", $"models: {model} serves one client at a time, and clients of {workload.Name} wait "
                + "while they are connected: each would keep all others waiting; leave it out");
        }
    }
}
