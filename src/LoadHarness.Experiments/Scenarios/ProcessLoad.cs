using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>What client programs in place of virtual clients ask of a scenario.</summary>
internal static class ProcessLoad
{
    /// <summary>What <c>generator.clients</c> says for it.</summary>
    internal const string Word = "processes";

    private const string OnlyWorkload = "hashtable";
    private const int MostClients = 256;

    /// <summary>What is wrong, by the key of the scenario it concerns.</summary>
    internal static IEnumerable<(string Key, string Problem)> Problems(
        IWorkload? workload, LoadSetup load, double extraWork_us = 0)
    {
        if (workload is null) yield break;
        if (!string.Equals(workload.Name, OnlyWorkload, StringComparison.Ordinal))
        {
            yield return ("generator", $"clients: {Word}: only {OnlyWorkload} has a client program that can be "
                + "controlled; leave it out");
            yield break;
        }

        var stages = load.Stages.Count > 0 ? load.Stages : workload.UsualStages;
        foreach (var stage in stages.Where(stage => !workload.OperationTypes.Contains(stage, StringComparer.Ordinal)))
            yield return ("load", $"stages: client programs do one type of operation at a time; leave out {stage}");
        if (load.ThinkTime_ms > 0)
            yield return ("load", "think_time_ms: client programs do not think; leave it out");
        if (extraWork_us > 0)
            yield return ("generator", "extra_work_us: client programs cannot be slowed; leave it out");
        if (load.CauseChecks == CauseChecks.On)
            yield return ("load", "cause_checks: client programs cannot be slowed on purpose; leave it out");
        if (load.Churn > 0)
            yield return ("load", "churn: client programs keep their connection; leave it out");
        if (load.Holds.DefaultIfEmpty(load.MaxClients).Max() > MostClients)
            yield return ("load", $"max_clients: at most {MostClients} client programs are started");
    }
}
