using System.Globalization;
using LoadHarness.Analysis.Calibration;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Calibrating;

/// <summary>One part of the calibration: a server of known capacity and the load that is put on it.</summary>
public sealed record CalibrationPart
{
    private const string Profile = "calibration";

    /// <summary>The one server model that is used: the truth does not depend on it.</summary>
    private const string Model = "epoll";

    /// <summary>The one loop of the generator, so that certificates are comparable.</summary>
    private const string Loop = "epoll";

    /// <summary>Server and truth.</summary>
    public required CalibrationCase Case { get; init; }

    /// <summary>Fixed levels, clients; empty: the ladder is climbed.</summary>
    public IReadOnlyList<int> Clients { get; init; } = [];

    /// <summary>Rates offered in place of clients, requests/s, at random moments (Poisson); empty: none.</summary>
    public IReadOnlyList<double> Rates_per_s { get; init; } = [];

    /// <summary>Highest level of a ladder, clients.</summary>
    public int MaxClients { get; init; } = 16;

    /// <summary>Time and effort.</summary>
    public required EffortProfile Effort { get; init; }

    /// <summary>How it is measured, like any other scenario.</summary>
    /// <param name="folder">Folder of the calibration, see <see cref="CalibrationFolder"/>.</param>
    /// <param name="keepAwake">Whether idle CPUs are kept from sleeping: the truth knows no time of waking up.</param>
    public ExperimentPlan ToPlan(string folder, bool keepAwake = true) => ExperimentPlan.Of(
        new Scenario
        {
            Name = Case.Name,
            Title = Case.Title,
            Workload = "calibration",
            Server = new ServerSetup
            {
                Models = [Model],
                Options = Options(CalibrationFolder.ServiceLog(folder, Case.Name)),
            },
            Load = new LoadSetup
            {
                Holds = Clients,
                MaxClients = MaxClients,
                CauseChecks = Case.Limit is null ? CauseChecks.Off : CauseChecks.On,
                ThinkTime_ms = Case.ThinkTime_us / 1000.0,
                KeepAwake = keepAwake,
                Open = Rates_per_s.Count > 0 ? new OpenSetup { Rates_per_s = Rates_per_s } : null,
            },
            Generator = new GeneratorSetup { ExtraWork_us = Case.ExtraWork_us, Loop = Loop },
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal) { [Profile] = Effort },
        },
        Profile,
        ["request"]);

    private Dictionary<string, string> Options(string log)
    {
        var queue = Case.Queue;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service-workers"] = Text(queue.Workers),
            ["service-us"] = Text(queue.Service_us),
            ["distribution"] = queue.IsFixed ? "fixed" : "exponential",
            ["service-seed"] = Text(queue.Seed),
            ["lock-us"] = Text(queue.Lock_us),
            ["coherency-us"] = Text(queue.Coherency_us),
            ["stall-gap-ms"] = Text(queue.StallEvery_ms - queue.Stall_ms),
            ["stall-ms"] = Text(queue.Stall_ms),
            ["service-log"] = log,
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
