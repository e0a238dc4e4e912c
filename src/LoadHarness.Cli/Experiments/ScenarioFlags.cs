using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Experiments;

/// <summary>Which scenarios a command is about: files, or one made of flags.</summary>
internal sealed class ScenarioFlags
{
    private const double QuickBudget_s = 60;

    private readonly ModelRegistry _models;
    private readonly WorkloadRegistry _workloads;
    private readonly Argument<string[]> _files = new("scenario")
    {
        Description = "scenario files; leave them out and say --workload for a run without a file",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _workload =
        new("--workload") { Description = "workload of a run without a file", HelpName = "name" };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "server models of a run without a file, with commas between [default: all that can serve it]",
        HelpName = "name,…",
    };

    private readonly Option<string?> _stages = new("--stages")
    {
        Description = "stages of a run without a file, with commas between [default: the workload's usual ones]",
        HelpName = "name,…",
    };

    private readonly Option<int?> _maxClients = new("--max-clients")
    {
        Description = "highest level of a run without a file [default: 64]",
        HelpName = "number",
    };

    private readonly Option<double?> _budget = new("--budget")
    {
        Description = "time budget in seconds, in place of the profile's [default without a file: 60]",
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

    private readonly TargetFlags _target = new();
    private readonly RateFlags _rate = new();

    private const string DefaultProfile = "default";

    /// <summary>Makes the flags.</summary>
    public ScenarioFlags(ModelRegistry models, WorkloadRegistry workloads) =>
        (_models, _workloads) = (models, workloads);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in new Option[] { _profile, _budget, _workload, _model, _stages, _maxClients, _keepAwake })
            command.Options.Add(option);
        _target.AddTo(command);
        _rate.AddTo(command);
    }

    /// <summary>Reads the scenarios; every problem of every file is reported.</summary>
    public IReadOnlyList<Scenario> Read(ParseResult parsed, ICollection<string> problems)
    {
        var files = parsed.GetValue(_files) ?? [];
        var isMade = parsed.GetValue(_workload) is not null || _target.AreGiven(parsed) || _rate.AreGiven(parsed);
        if (files.Length > 0 && isMade)
            problems.Add("give scenario files, or --workload for a run without a file, not both");
        if (files.Length == 0 && parsed.GetValue(_workload) is null)
        {
            problems.Add("name a scenario file (there are some in scenarios/), or say --workload and --model, --target "
                + "or --command");
        }

        if (problems.Count > 0) return [];
        var loader = new ScenarioFile(_workloads.All, _models.All);
        var scenarios = files.Length > 0
            ? files.Select(file => loader.Load(file, problems)).OfType<Scenario>().ToList()
            : [.. new[] { WithoutFile(parsed, problems) }.OfType<Scenario>()];
        CheckProfile(scenarios, parsed, problems);
        return scenarios;
    }

    /// <summary>The plan of a scenario under the chosen profile and budget.</summary>
    public ExperimentPlan Plan(Scenario scenario, ParseResult parsed)
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

    /// <summary>Prints the problems.</summary>
    public static ExitCode Refuse(IEnumerable<string> problems, TextWriter error)
    {
        foreach (var problem in problems) error.WriteLine(problem);
        return ExitCode.ScenarioInvalid;
    }

    private void CheckProfile(List<Scenario> scenarios, ParseResult parsed, ICollection<string> problems)
    {
        var name = parsed.GetRequiredValue(_profile);
        foreach (var scenario in scenarios.Where(s => !s.Profiles.ContainsKey(name)))
        {
            var known = string.Join(", ", scenario.Profiles.Keys);
            problems.Add($"{scenario.Name}: --profile {name} is not defined; it has {known}");
        }

        if (parsed.GetValue(_budget) is <= 0) problems.Add("--budget: give a number of seconds above 0");
    }

    private Scenario? WithoutFile(ParseResult parsed, ICollection<string> problems)
    {
        var before = problems.Count;
        var name = parsed.GetValue(_workload)!;
        if (_workloads.Find(name) is not { } workload)
        {
            var known = string.Join(", ", _workloads.All.Select(w => w.Name));
            problems.Add($"--workload {name} is unknown; there are {known}");
            return null;
        }

        var server = Server(parsed, workload, problems);
        var stages = Names(parsed.GetValue(_stages));
        foreach (var stage in stages.Where(stage => !workload.Stages.Contains(stage, StringComparer.Ordinal)))
            problems.Add($"--stages {stage} is unknown to {name}; there are {string.Join(", ", workload.Stages)}");
        var maxClients = parsed.GetValue(_maxClients) ?? new LoadSetup().MaxClients;
        if (maxClients < 1) problems.Add("--max-clients: give a number of at least 1");
        var open = _rate.Read(parsed, problems);
        if (open is not null && parsed.GetValue(_maxClients) is not null)
            problems.Add("--max-clients is for a ladder of clients; leave it out with --rate");
        var load = new LoadSetup
        {
            Stages = stages,
            MaxClients = maxClients,
            Holds = open is null ? HoldsOf(workload, maxClients) : [],
            Open = open,
        };
        var rules = open is null
            ? HeldLoad.Problems(workload, Scenario.NoOptions, load, server.Models, LimitOf)
            : OpenLoadRules.Problems(
                workload, Scenario.NoOptions, load, new GeneratorSetup(), server.Models, LimitOf);
        foreach (var (_, problem) in rules) problems.Add(problem);
        if (problems.Count > before) return null;
        return new Scenario
        {
            Name = $"{name}-quick",
            Title = $"{name} without a scenario file",
            Workload = name,
            Server = server,
            Load = load,
            Profiles = QuickProfiles(),
        };
    }

    private ServerSetup Server(ParseResult parsed, IWorkload workload, ICollection<string> problems)
    {
        var named = Names(parsed.GetValue(_model));
        if (_target.AreGiven(parsed))
        {
            if (named.Count > 0)
                problems.Add("--model is for our own servers; leave it out with --target or --command");
            var foreign = _target.Read(parsed, [.. _models.All.Select(model => model.Name)], problems);
            return new ServerSetup { Models = foreign is null ? [] : [foreign.Name], Foreign = foreign };
        }

        var models = named.Count > 0 ? named : Fitting(workload);
        foreach (var model in models) CheckModel(model, workload, problems);
        return new ServerSetup { Models = models };
    }

    /// <summary>All models, but for those that cannot do the workload's kind of work.</summary>
    private List<string> Fitting(IWorkload workload) =>
    [
        .. _models.All.Where(model => ModelSettings.Refusal(model, workload) is null)
            .Where(model => LimitOf(model.Name) != 1 || HeldLoad.Pause_us(workload, Scenario.NoOptions) == 0)
            .Select(model => model.Name),
    ];

    private void CheckModel(string name, IWorkload workload, ICollection<string> problems)
    {
        if (_models.Find(name) is not { } model)
            problems.Add($"--model {name} is unknown; there are {string.Join(", ", _models.All.Select(m => m.Name))}");
        else if (ModelSettings.Refusal(model, workload) is { } refusal)
            problems.Add($"--model {name}: {refusal}");
    }

    /// <summary>Fixed levels where clients mostly wait, else none.</summary>
    private static IReadOnlyList<int> HoldsOf(IWorkload workload, int maxClients) =>
        HeldLoad.Pause_us(workload, Scenario.NoOptions) == 0
            ? []
            : [.. new[] { maxClients / 4, maxClients / 2, maxClients }.Where(clients => clients > 0).Distinct()];

    private int? LimitOf(string name) => _models.Find(name) is { } model
        ? model.ConnectionLimit(ModelSettings.Of(model, Scenario.NoOptions))
        : null;

    private static Dictionary<string, EffortProfile> QuickProfiles() => new(StringComparer.Ordinal)
    {
        ["smoke"] = new EffortProfile
        {
            Budget_s = QuickBudget_s / 4,
            Repetitions = 1,
            MinWindows = 4,
            WarmUp_s = 0.5,
            RefineLevels = 1,
        },
        [DefaultProfile] = new EffortProfile { Budget_s = QuickBudget_s, Repetitions = 2 },
        ["full"] = new EffortProfile { Budget_s = QuickBudget_s * 8, Repetitions = 5, MaxWindows = 200, WarmUp_s = 5 },
    };

    private static List<string> Names(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
