using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Experiments;

/// <summary>The scenario of a run without a file, as its flags say it.</summary>
internal sealed class QuickFlags
{
    private const double Shortest_s = 60;
    private const double PerCurve_s = 15;

    private readonly ModelRegistry _models;
    private readonly WorkloadRegistry _workloads;

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

    private readonly SettingFlags _settings = new();
    private readonly TargetFlags _target = new();
    private readonly RateFlags _rate = new();
    private readonly List<Option> _options = [];

    /// <summary>Makes the flags.</summary>
    public QuickFlags(ModelRegistry models, WorkloadRegistry workloads) => (_models, _workloads) = (models, workloads);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        _options.AddRange(
        [
            _workload, _model, .. _settings.Options, _stages, _maxClients, .. _target.Options, .. _rate.Options,
        ]);
        foreach (var option in _options) command.Options.Add(option);
    }

    /// <summary>Those that were given, by name.</summary>
    public IReadOnlyList<string> Given(ParseResult parsed) =>
        [.. _options.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)];

    /// <summary>The scenario.</summary>
    /// <returns>Null when there is a problem.</returns>
    public Scenario? Read(ParseResult parsed, ICollection<string> problems)
    {
        var before = problems.Count;
        if (Workload(parsed, problems) is not { } workload) return null;
        var settings = _settings.Read(parsed, workload, _target.AreGiven(parsed), problems);
        var server = Server(parsed, workload, settings.Server, problems);
        var load = Load(parsed, workload, settings.Client, server.Models, problems);
        if (problems.Count > before) return null;
        return new Scenario
        {
            Name = $"{workload.Name}-quick",
            Title = $"{workload.Name} without a scenario file",
            Text = $"# without a file: loadharness run {CommandWords.Join(Words(parsed))}{Environment.NewLine}",
            Workload = workload.Name,
            ClientOptions = settings.Client,
            Server = server,
            Load = load,
            Profiles = Profiles(
                server.Models.Count * (load.Stages.Count > 0 ? load.Stages : workload.UsualStages).Count),
        };
    }

    private IWorkload? Workload(ParseResult parsed, ICollection<string> problems)
    {
        var names = _workloads.All.Select(workload => workload.Name).ToList();
        if (parsed.GetValue(_workload) is { } name)
        {
            var found = _workloads.Find(name);
            if (found is null) problems.Add($"--workload {name} is unknown; {Nearest.Hint(name, names)}");
            return found;
        }

        problems.Add(_target.AreGiven(parsed)
            ? $"--workload is missing: what does the server speak? {string.Join(", ", names)}; raw is any bytes"
            : "name a scenario file (there are some in scenarios/), or say --workload and --model, --target or "
                + "--command");
        return null;
    }

    private LoadSetup Load(
        ParseResult parsed, IWorkload workload, IReadOnlyDictionary<string, string> options,
        IReadOnlyList<string> models, ICollection<string> problems)
    {
        var stages = Names(parsed.GetValue(_stages));
        foreach (var stage in stages.Where(stage => !workload.Stages.Contains(stage, StringComparer.Ordinal)))
            problems.Add($"--stages {stage} is unknown to {workload.Name}; {Nearest.Hint(stage, workload.Stages)}");
        var maxClients = parsed.GetValue(_maxClients) ?? new LoadSetup().MaxClients;
        if (maxClients is < 1 or > ScenarioFile.MostClients)
        {
            problems.Add(FormattableString.Invariant(
                $"--max-clients {maxClients}: give a number from 1 to {ScenarioFile.MostClients}"));
        }

        var open = _rate.Read(parsed, problems);
        if (open is not null && parsed.GetValue(_maxClients) is not null)
            problems.Add("--max-clients is for a ladder of clients; leave it out with --rate");
        var load = new LoadSetup
        {
            Stages = stages,
            MaxClients = maxClients,
            Holds = open is null ? HoldsOf(workload, options, maxClients) : [],
            Open = open,
        };
        var rules = open is null
            ? HeldLoad.Problems(workload, options, load, models, LimitOf)
            : OpenLoadRules.Problems(workload, options, load, new GeneratorSetup(), models, LimitOf);
        foreach (var (_, problem) in rules) problems.Add(problem);
        return load;
    }

    private ServerSetup Server(
        ParseResult parsed, IWorkload workload, IReadOnlyDictionary<string, string> options,
        ICollection<string> problems)
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
        return new ServerSetup { Models = models, Options = options };
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
            problems.Add($"--model {name} is unknown; {Nearest.Hint(name, [.. _models.All.Select(m => m.Name)])}");
        else if (ModelSettings.Refusal(model, workload) is { } refusal)
            problems.Add($"--model {name}: {refusal}");
    }

    /// <summary>Fixed levels where clients mostly wait, else none.</summary>
    private static IReadOnlyList<int> HoldsOf(
        IWorkload workload, IReadOnlyDictionary<string, string> options, int maxClients) =>
        HeldLoad.Pause_us(workload, options) == 0
            ? []
            : [.. new[] { maxClients / 4, maxClients / 2, maxClients }.Where(clients => clients > 0).Distinct()];

    private int? LimitOf(string name) => _models.Find(name) is { } model
        ? model.ConnectionLimit(ModelSettings.Of(model, Scenario.NoOptions))
        : null;

    /// <summary>The flags as they were given, so that the run can be repeated.</summary>
    private IEnumerable<string> Words(ParseResult parsed) => _options.SelectMany(option =>
        parsed.GetResult(option) is { Implicit: false } given
            ? given.Tokens.SelectMany(token => new[] { option.Name, token.Value })
            : []);

    private static Dictionary<string, EffortProfile> Profiles(int curves)
    {
        var budget_s = Math.Max(Shortest_s, curves * PerCurve_s);
        return new Dictionary<string, EffortProfile>(StringComparer.Ordinal)
        {
            ["smoke"] = new EffortProfile
            {
                Budget_s = budget_s / 4,
                Repetitions = 1,
                MinWindows = 4,
                WarmUp_s = 0.5,
                RefineLevels = 1,
            },
            ["default"] = new EffortProfile { Budget_s = budget_s, Repetitions = 2 },
            ["full"] = new EffortProfile { Budget_s = budget_s * 8, Repetitions = 5, MaxWindows = 200, WarmUp_s = 5 },
        };
    }

    private static List<string> Names(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
