using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>What a check of histories asks of a scenario.</summary>
internal static class HistoryRules
{
    /// <summary>The words for <c>check</c>.</summary>
    internal static IReadOnlyList<string> Words { get; } = ["linearizable"];

    /// <summary>The check that a word names; null names none.</summary>
    internal static ScenarioCheck Parse(string? word) =>
        word is null ? ScenarioCheck.None : ScenarioCheck.Linearizable;

    /// <summary>Where a check is asked for and no stage is named, those are measured that can be checked.</summary>
    internal static LoadSetup Fit(LoadSetup load, ScenarioCheck check, IWorkload? workload) =>
        check == ScenarioCheck.None || load.Stages.Count > 0 || workload is null
            ? load
            : load with { Stages = workload.StagesWithHistory };

    /// <summary>What is wrong, by the key of the scenario it concerns.</summary>
    internal static IEnumerable<(string Key, string Problem)> Problems(
        ScenarioCheck check, IWorkload workload, LoadSetup load, GeneratorSetup generator)
    {
        if (check == ScenarioCheck.None) yield break;
        if (workload.StagesWithHistory.Count == 0)
        {
            yield return ("check", $"clients of {workload.Name} do not contend for keys, so there is nothing to check; "
                + "leave it out");
        }
        else if (!load.Stages.Intersect(workload.StagesWithHistory, StringComparer.Ordinal).Any())
        {
            yield return ("check", "none of the stages under load has a history; name "
                + string.Join(" or ", workload.StagesWithHistory));
        }

        if (generator.UsesProcesses)
            yield return ("check", "client programs record nothing; leave out generator.clients");
    }
}
