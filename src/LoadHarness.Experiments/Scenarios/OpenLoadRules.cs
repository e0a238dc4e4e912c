using System.Globalization;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>What an open loop asks of a scenario.</summary>
public static class OpenLoadRules
{
    /// <summary>What is wrong, by the key of the scenario it concerns.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="clientOptions">Options of its clients.</param>
    /// <param name="load">The load.</param>
    /// <param name="generator">Where it comes from.</param>
    /// <param name="models">Server models of the scenario.</param>
    /// <param name="connectionLimit">Connections a model serves at the same time; null without a limit.</param>
    public static IEnumerable<(string Key, string Problem)> Problems(
        IWorkload workload,
        IReadOnlyDictionary<string, string> clientOptions,
        LoadSetup load,
        GeneratorSetup generator,
        IEnumerable<string> models,
        Func<string, int?> connectionLimit)
    {
        if (load.Open is not { } open) yield break;
        var key = open.ReplacesClients ? "rate_per_s" : "rate_ladder";
        if (HeldLoad.Pause_us(workload, clientOptions) > 0)
        {
            yield return ("load", $"{key}: clients of {workload.Name} mostly wait for one another, so no rate can be "
                + "offered; leave it out");
        }

        if (generator.UsesProcesses)
        {
            yield return ("load", $"{key}: client programs wait for their answers, so they offer no rate; "
                + "leave it out");
        }

        if (load.ThinkTime_ms > 0)
        {
            yield return ("load", $"think_time_ms: with {key} operations are due by the clock and wait for no answer; "
                + "leave it out");
        }

        if (load.Holds.Count > 0)
        {
            yield return ("load", "rate_ladder: fixed levels find no capacity to take a share of; leave out one of "
                + "them");
        }

        foreach (var model in models)
        {
            if (connectionLimit(model) is not { } limit || open.Connections <= limit) continue;
            yield return ("load", string.Create(CultureInfo.InvariantCulture, $"connections: {model} serves no more "
                + $"than {limit} at a time: operations on the others would wait for ever; give at most {limit}"));
        }
    }
}
