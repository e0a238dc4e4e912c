using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>
/// What stands beside the number of clients: idle connections, churn and the server's cores. Not every workload and
/// model can have them.
/// </summary>
internal static class LoadFactors
{
    /// <summary>What is wrong, by the key of the scenario it concerns.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="clientOptions">Options of its clients.</param>
    /// <param name="load">The load.</param>
    /// <param name="server">The server.</param>
    /// <param name="connectionLimit">Connections a model serves at the same time; null without a limit.</param>
    public static IEnumerable<(string Key, string Problem)> Problems(
        IWorkload workload,
        IReadOnlyDictionary<string, string> clientOptions,
        LoadSetup load,
        ServerSetup server,
        Func<string, int?> connectionLimit)
    {
        if (server is { Cores: not null, Cpus: not null })
            yield return ("server", "cores: give cpus (which ones) or cores (how many), not both");
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(workload.Options, clientOptions, problems);
        // Wrong options are told elsewhere.
        if (problems.Count > 0) yield break;
        var isKept = workload.ConnectionUseOf(settings) == ConnectionUse.Persistent;
        if (load.Churn > 0 && !isKept)
        {
            yield return ("load",
                $"churn: clients of {workload.Name} make a connection for every operation already; leave it out");
        }

        if (load.IdleConnections == 0) yield break;
        if (!isKept)
        {
            yield return ("load", $"idle_connections: a server of {workload.Name} has something to do on every "
                + "connection, so none is idle; leave it out");
        }

        foreach (var model in server.Models)
        {
            if (connectionLimit(model) is not { } limit || limit > load.IdleConnections) continue;
            yield return ("server", FormattableString.Invariant(
                $"models: {model} serves no more than {limit} at a time: idle connections would keep clients waiting"));
        }
    }
}
