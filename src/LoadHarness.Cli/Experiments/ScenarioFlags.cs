using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Cli.Experiments;

/// <summary>Which scenarios a command is about: files, or one made of flags.</summary>
internal sealed class ScenarioFlags
{
    private const string DefaultProfile = "default";

    private readonly WorkloadRegistry _workloads;
    private readonly ScenarioFile _loader;
    private readonly QuickFlags _quick;
    private readonly Argument<string[]> _files = new("scenario")
    {
        Description = "scenario files; leave them out and say --workload for a run without a file",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<double?> _budget = new("--budget")
    {
        Description = "time budget in seconds, in place of the profile's [default without a file: 15 for each model "
            + "and stage, 60 at least]",
        HelpName = "seconds",
    };

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "time and effort: smoke, default or full, or what the scenario defines",
        DefaultValueFactory = _ => DefaultProfile,
        HelpName = "name",
    };

    private readonly Option<bool> _keepAwake = new("--keep-awake")
    {
        Description = "keep idle CPUs from sleeping while it is measured, as far as the system allows it",
    };

    /// <summary>Makes the flags.</summary>
    public ScenarioFlags(ModelRegistry models, WorkloadRegistry workloads)
    {
        _workloads = workloads;
        _loader = new ScenarioFile(workloads.All, models.All);
        _quick = new QuickFlags(models, workloads);
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        // What begins with a dash and is no flag would be taken for a file.
        _files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError(UsageErrors.Unknown(token.Value, command));
        });
        foreach (var option in new Option[] { _profile, _budget, _keepAwake }) command.Options.Add(option);
        _quick.AddTo(command);
    }

    /// <summary>
    /// The plans of the scenarios under the chosen profile and budget; every problem of every file is printed.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="refusal">How the command ends when there is a problem.</param>
    /// <returns>Null when there is a problem.</returns>
    public IReadOnlyList<ExperimentPlan>? Plan(ParseResult parsed, out ExitCode refusal)
    {
        var (ofFlags, ofFiles) = (new List<string>(), new List<string>());
        var scenarios = Read(parsed, ofFlags, ofFiles);
        CheckProfile(scenarios, parsed, ofFlags);
        List<ExperimentPlan> plans =
            ofFlags.Count + ofFiles.Count > 0 ? [] : [.. scenarios.Select(scenario => Plan(scenario, parsed))];
        ofFiles.AddRange(plans.SelectMany(PlanRules.Problems));
        foreach (var problem in ofFiles.Concat(ofFlags)) parsed.InvocationConfiguration.Error.WriteLine(problem);
        refusal = ofFiles.Count > 0 ? ExitCode.ScenarioInvalid : ExitCode.UsageError;
        return ofFiles.Count + ofFlags.Count == 0 ? plans : null;
    }

    private ExperimentPlan Plan(Scenario scenario, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_profile);
        var workload = _workloads.Find(scenario.Workload)!;
        var pause_us = HeldLoad.Pause_us(workload, scenario.ClientOptions);
        if (parsed.GetValue(_keepAwake)) scenario = scenario with { Load = scenario.Load with { KeepAwake = true } };
        var plan = ExperimentPlan.Of(scenario, name, workload.UsualStages, pause_us);
        return parsed.GetValue(_budget) is { } budget_s
            ? plan with { Profile = plan.Profile with { Budget_s = budget_s } }
            : plan;
    }

    private List<Scenario> Read(ParseResult parsed, List<string> ofFlags, List<string> ofFiles)
    {
        var files = parsed.GetValue(_files) ?? [];
        if (files.Length == 0)
            return _quick.Read(parsed, ofFlags) is { } quick ? [quick] : [];
        ofFlags.AddRange(SwitchValues.Problems(parsed, files));
        if (_quick.Given(parsed) is { Count: > 0 } given)
        {
            ofFlags.Add($"{string.Join(", ", given)}: only for a run without a file; a scenario file says it itself "
                + "(docs/scenarios.md)");
        }

        return ofFlags.Count > 0 ? [] : [.. files.Select(file => _loader.Load(file, ofFiles)).OfType<Scenario>()];
    }

    private void CheckProfile(List<Scenario> scenarios, ParseResult parsed, List<string> problems)
    {
        var name = parsed.GetRequiredValue(_profile);
        foreach (var scenario in scenarios.Where(s => !s.Profiles.ContainsKey(name)))
        {
            var known = string.Join(", ", scenario.Profiles.Keys);
            problems.Add($"--profile {name}: {scenario.Name} has no such profile; it has {known}");
        }

        if (parsed.GetValue(_budget) is { } budget_s and not (> 0 and <= ScenarioFile.MostSeconds))
            problems.Add(FormattableString.Invariant(
                $"--budget {budget_s}: give seconds, above 0 and at most {ScenarioFile.MostSeconds}"));
    }
}
