using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Servers;

/// <summary>What is set about a server model, and whether it can serve a workload.</summary>
public static class ModelSettings
{
    /// <summary>Nothing set: all defaults.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The values for a model's options.</summary>
    /// <param name="model">The model.</param>
    /// <param name="given">Texts by option name; what is absent takes its default.</param>
    /// <exception cref="ServerSetupException">A value is wrong; the message names all that are.</exception>
    public static WorkloadSettings Of(IServerModel model, IReadOnlyDictionary<string, string> given)
    {
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(model.Options, given, problems);
        return problems.Count == 0
            ? settings
            : throw new ServerSetupException($"{model.Name}: {string.Join("; ", problems)}");
    }

    /// <summary>Why a model cannot serve a workload, in one line; null when it can.</summary>
    public static string? Refusal(IServerModel model, IWorkload workload) =>
        model.IsSpreadOverProcesses && workload.SharesState
            ? $"{model.Name} cannot serve {workload.Name}: its connections share state, which lives in one process, "
                + $"and {model.Name} spreads connections over several"
        : workload.NeedsTimers && !model.HasTimers
            ? $"{model.Name} cannot serve {workload.Name}: its answers leave at moments that the service sets, and "
                + $"{model.Name} has no timers"
        : null;
}
