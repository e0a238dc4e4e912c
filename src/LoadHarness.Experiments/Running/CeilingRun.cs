using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Running;

/// <summary>The same run with a null server in the SUT's place, for one level.</summary>
internal static class CeilingRun
{
    /// <summary>Budget that sets its longest warm-up, s: a null server does little that has to become steady.</summary>
    private const double Budget_s = 10;

    private const double WarmUp_s = 0.5;

    /// <summary>Makes it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="ceiling">The null server.</param>
    /// <param name="options">Its options.</param>
    /// <param name="curve">The curve whose ceiling it is.</param>
    public static RunContext Of(
        RunContext run, CeilingServer ceiling, IReadOnlyDictionary<string, string> options, CurveKey curve)
    {
        var scenario = run.Plan.Scenario;
        return run with
        {
            Workload = ceiling.Workload,
            Suts = ceiling.Suts,
            CeilingOf = curve,
            ConnectionLimit = _ => null,
            Plan = run.Plan with
            {
                Stages = [ceiling.Workload.Stages[0]],
                Pause_us = 0,
                Profile = run.Plan.Profile with
                {
                    Budget_s = Budget_s,
                    WarmUp_s = WarmUp_s,
                    Models = [],
                    Repetitions = 1,
                },
                Scenario = scenario with
                {
                    ClientOptions = options,
                    Server = new ServerSetup { Models = [ceiling.Model], Options = ServerOptions(ceiling, options) },
                    Load = scenario.Load with { IdleConnections = 0 },
                },
            },
        };
    }

    private static Dictionary<string, string> ServerOptions(
        CeilingServer ceiling, IReadOnlyDictionary<string, string> options) => options
            .Where(option => ceiling.Workload.Options.Any(known =>
                known.Side != OptionSide.Client
                && string.Equals(known.Name, option.Key, StringComparison.Ordinal)))
            .ToDictionary(StringComparer.Ordinal);
}
