using System.Globalization;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>What a run will do and how its time is shared, before anything starts.</summary>
public sealed record ExperimentPlan
{
    private const double LevelsOfRepeat = 3;
    private const double LevelsOfCause = 2;
    private const double LevelsOfOverload = 1;

    /// <summary>Time to start a SUT of ours beside its warm-up, s.</summary>
    private const double ProcessStart_s = 0.7;

    /// <summary>Share of the budget that all warm-ups together may take.</summary>
    private const double WarmUpShare = 0.2;

    private const double LongestWarmUp_s = 60;

    /// <summary>Share of the windows wanted from which on a level that was cut short is kept.</summary>
    private const double UsableShare = 0.5;

    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Name of the profile.</summary>
    public required string ProfileName { get; init; }

    /// <summary>The profile.</summary>
    public required EffortProfile Profile { get; init; }

    /// <summary>Server models measured: the profile's choice of the scenario's, else all of them.</summary>
    public IReadOnlyList<string> Models => Profile.Models.Count > 0 ? Profile.Models : Scenario.Server.Models;

    /// <summary>Stages measured.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Pause of a client within each operation, µs; see <see cref="IWorkload.Pause_us"/>.</summary>
    public long Pause_us { get; init; }

    /// <summary>The rules it is measured with.</summary>
    public MeasuringRules Rules => new()
    {
        MaxClients = Scenario.Load.MaxClients,
        Levels = Scenario.Load.Holds,
        RefineLevels = Profile.RefineLevels,
        Confirm = Profile.Confirm,
        Window_s = Scenario.Load.Window_ms / 1000.0,
        MinWindows = Profile.MinWindows,
        MaxWindows = Profile.MaxWindows,
        Repetitions = Profile.Repetitions,
        IdleConnections = Scenario.Load.IdleConnections,
        Churn = Scenario.Load.Churn,
        ChecksCauses = ChecksCauses,
        ThinkTime_us = (long)(Scenario.Load.ThinkTime_ms * 1000) + Pause_us,
        Open = Open,
    };

    /// <summary>The open loop, as far as the profile has it; null for a closed loop.</summary>
    public OpenSetup? Open =>
        Scenario.Load.Open is { ReplacesClients: false } && !Profile.RateLadder ? null : Scenario.Load.Open;

    /// <summary>Ladders to walk.</summary>
    public int Curves => Models.Count * Stages.Count;

    /// <summary>Starts of SUTs.</summary>
    public int Starts => Models.Count * Profile.Repetitions;

    /// <summary>
    /// Levels planned for one curve in its first start: all there can be, so that the budget does not end a ladder
    /// below the highest level. What a ladder that levels out early leaves goes to the later ones.
    /// </summary>
    public double LadderUnits =>
        Open is { ReplacesClients: true } open ? open.Rates_per_s.Count
        : Scenario.Load.Holds.Count > 0 ? Scenario.Load.Holds.Count
        : Rungs.Of(Rules).Count + Profile.RefineLevels + (Profile.Confirm ? CurveWalk.ConfirmUnits : 0);

    /// <summary>Levels planned for one curve behind its ladder: the shares of the capacity that are offered.</summary>
    public double RateUnits => Open?.Ladder.Count ?? 0;

    /// <summary>Levels planned for one curve in each restart.</summary>
    public double RepeatUnits =>
        Open is { ReplacesClients: true } ? LadderUnits : Math.Min(LevelsOfRepeat, LadderUnits);

    /// <summary>Longest time that the warm-ups of all stages after one start may take together, s.</summary>
    public double WarmUpLimit_s => Math.Max(
        Profile.WarmUp_s * Stages.Count, Math.Min(LongestWarmUp_s, WarmUpShare * Profile.Budget_s / Starts));

    /// <summary>Time one start of a SUT takes at most with its warm-up, s.</summary>
    public double Start_s => ProcessStart_s + WarmUpLimit_s;

    /// <summary>Windows from which on a level that was cut short is kept.</summary>
    public int UsableWindows => Math.Max(2, (int)Math.Ceiling(UsableShare * Profile.MinWindows));

    /// <summary>
    /// Whether it is asked at levelled-out points who is the limit: not of clients that mostly wait or are programs,
    /// and not of given rates.
    /// </summary>
    public bool ChecksCauses => Scenario.Load.Holds.Count == 0 && !Scenario.Generator.UsesProcesses
        && Open is not { ReplacesClients: true }
        && Scenario.Load.CauseChecks switch
        {
            CauseChecks.On => true,
            CauseChecks.Off => false,
            _ => Profile.Confirm,
        };

    /// <summary>
    /// Levels planned for asking it of one curve. It takes more, which a ladder that levels out has left: the ladder is
    /// planned to its top.
    /// </summary>
    public double CauseUnits => ChecksCauses ? LevelsOfCause : 0;

    /// <summary>
    /// Whether it is seen what overload does: not with clients that mostly wait or are programs, and not with given
    /// rates.
    /// </summary>
    public OverloadEffort Overload => Scenario.Load.Holds.Count > 0 || Scenario.Generator.UsesProcesses
        || Open is { ReplacesClients: true } ? OverloadEffort.Off : Profile.Overload;

    /// <summary>
    /// Levels planned for overload and the way back of one curve. Like the question whose limit it is, it takes more,
    /// of the time that ladders have left.
    /// </summary>
    public double OverloadUnits => Overload == OverloadEffort.Planned ? LevelsOfOverload : 0;

    /// <summary>Levels planned altogether.</summary>
    public double Units => Curves
        * (LadderUnits + CauseUnits + RateUnits + OverloadUnits + (Profile.Repetitions - 1) * RepeatUnits);

    /// <summary>Time planned for one level, s; what is not positive leaves nothing to measure in.</summary>
    public double PerLevel_s => (Profile.Budget_s - Starts * Start_s) / Units;

    /// <summary>
    /// The rules on one model: where clients mostly wait, those beyond what the model serves at once would only wait
    /// for one another, so the levels end there.
    /// </summary>
    /// <param name="connectionLimit">Connections the model serves at the same time; null without a limit.</param>
    public MeasuringRules RulesWithin(int? connectionLimit) => Pause_us == 0 || connectionLimit is not { } limit
        ? Rules
        : Rules with { Levels = [.. Rules.Levels.Select(clients => Math.Min(clients, limit)).Distinct()] };

    /// <summary>Puts the plan together.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="profileName">One of its profiles.</param>
    /// <param name="stages">The stages it names, or the workload's usual ones.</param>
    /// <param name="pause_us">Pause of a client within each operation, µs.</param>
    public static ExperimentPlan Of(
        Scenario scenario, string profileName, IReadOnlyList<string> stages, long pause_us = 0) => new()
        {
            Pause_us = pause_us,
            Scenario = scenario,
            ProfileName = profileName,
            Profile = scenario.Profiles[profileName],
            Stages = scenario.Load.Stages.Count > 0 ? scenario.Load.Stages : stages,
        };

    /// <summary>The plan in lines for people, with its duration.</summary>
    public IEnumerable<string> Describe()
    {
        var title = Scenario.Title.Length > 0 ? Scenario.Title : Scenario.Workload;
        var models = string.Join(", ", Models);
        var times = Profile.Repetitions == 1 ? "start" : "starts";
        yield return Line($"{Scenario.Name}: {title}");
        yield return Line($"  {Scenario.Workload} on {models}; stages {string.Join(", ", Stages)}");
        if (Scenario.Server.Foreign is { } foreign) yield return Line($"  {Origin(foreign)}");
        yield return Steps();
        if (Open is { } open) yield return Line($"  {OpenText.Arrivals(open)}");
        yield return Line($"  {Profile.Repetitions} {times} of each server; windows of {Scenario.Load.Window_ms} ms, ")
            + Line($"{Profile.MinWindows} to {Profile.MaxWindows} at a level, about {PerLevel_s:0.0} s a level");
        if (ChecksCauses)
            yield return "  where it levels out: a null server and extra work for the generator show who is the limit";
        if (Scenario.Check == ScenarioCheck.Linearizable)
            yield return "  what clients see of every key at a level is recorded and checked: is it linearizable?";
        if (Overload != OverloadEffort.Off)
            yield return Line($"  behind the ladders: {OverloadLevels.Factor} times the clients where it levels out, ")
                + "and back" + (Overload == OverloadEffort.Spare ? ", as far as time is left" : "");
        if (Factors().ToList() is { Count: > 0 } factors) yield return $"  {string.Join("; ", factors)}";
        yield return Line($"  profile {ProfileName}: at most {DurationText.Of(Profile.Budget_s)}");
    }

    private string Steps()
    {
        var some = Curves == 1 ? "1 curve" : Line($"{Curves} curves");
        if (Open is { ReplacesClients: true }) return $"  {some} at {OpenText.Rates(Open)}";
        if (Scenario.Load.Holds.Count > 0)
            return $"  {some} at fixed levels {string.Join(", ", Scenario.Load.Holds)} clients";
        var ladders = Line($"  {Curves} {(Curves == 1 ? "ladder" : "ladders")} from 1 to at most ")
            + Line($"{Scenario.Load.MaxClients} clients, until it levels out");
        return Open is null ? ladders : Line($"{ladders}; then {OpenText.Rates(Open)}");
    }

    private IEnumerable<string> Factors()
    {
        if (Scenario.Load.IdleConnections > 0)
            yield return Line($"{Scenario.Load.IdleConnections} idle connections beside the clients");
        if (Scenario.Load.Churn > 0)
            yield return Line($"clients connect anew after every {Scenario.Load.Churn} operations");
        if (Scenario.Generator.ExtraWork_us > 0)
            yield return Line($"the generator is slowed by {Scenario.Generator.ExtraWork_us} µs for every operation");
        if (Scenario.Load.KeepAwake) yield return "idle CPUs are kept from sleeping";
        if (Scenario.Server.Cores is { } cores) yield return Line($"{cores} cores for the server");
    }

    private static string Origin(ForeignServer server) => server.IsRunningAlready
        ? $"running already at {TargetAddress.Show(server.Address!)}; what it uses is not known; it is not restarted"
        : $"started by: {CommandWords.Join(server.Command)}";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
