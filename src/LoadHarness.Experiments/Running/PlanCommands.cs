using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.ClientProcesses;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Workloads.Null;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Every command that a run of a plan starts. What is known only when it runs stands in braces; <c>…</c> are the same
/// options once more.
/// </summary>
public static class PlanCommands
{
    private const string Bytes = "{bytes}";

    /// <summary>The commands, as people would type them.</summary>
    /// <param name="plan">What is to be run.</param>
    /// <param name="workload">Its workload.</param>
    /// <param name="hasWorkers">Whether a server model starts processes of its own.</param>
    public static IEnumerable<string> Of(ExperimentPlan plan, IWorkload workload, Func<string, bool> hasWorkers)
    {
        var scenario = plan.Scenario;
        var servers = scenario.Server.Foreign is { } foreign
            ? foreign.IsRunningAlready ? [] : [CommandWords.Join(foreign.Command)]
            : plan.Models.SelectMany(model => Server(Request(scenario.Server, workload, model), hasWorkers(model)));
        var clients = scenario.Generator.UsesProcesses ? plan.Stages.Select(stage => Client(scenario, stage)) : [];
        var asksCauses = plan.ChecksCauses && scenario.Server.Foreign is not { IsRunningAlready: true };
        return [.. servers, .. clients, .. asksCauses ? Server(NullServer(), hasWorkers: true) : []];
    }

    private static SutRequest Request(ServerSetup server, IWorkload workload, string model) =>
        new(workload, model, server.Options, server.OptionsOf(model), ForeignServer.DataPlace);

    private static SutRequest NullServer()
    {
        var workload = new NullWorkload();
        var sizes = workload.Options.Where(option => (option.Side & OptionSide.Server) != OptionSide.None)
            .ToDictionary(option => option.Name, _ => Bytes, StringComparer.Ordinal);
        return new SutRequest(workload, "{model}", sizes, Scenario.NoOptions, ForeignServer.DataPlace);
    }

    private static IEnumerable<string> Server(SutRequest request, bool hasWorkers)
    {
        yield return Ours(ServeWords.Of(request));
        if (hasWorkers) yield return Ours(["serve", request.Workload.Name, "--worker", "…"]);
    }

    private static string Client(Scenario scenario, string stage) =>
        Ours(TestPerfStarter.Words(scenario, "{address}", "{number}", "{of}", stage));

    private static string Ours(IReadOnlyList<string> words) => CommandWords.Join(["loadharness", .. words]);
}
