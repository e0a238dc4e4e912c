using System.Net;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>
/// Reads scenario files and checks them whole. Their form is in <c>scenarios/scenario.schema.json</c>.
/// </summary>
/// <param name="workloads">The workloads there are.</param>
/// <param name="models">The server models there are.</param>
public sealed class ScenarioFile(IReadOnlyList<IWorkload> workloads, IReadOnlyList<IServerModel> models)
{
    /// <summary>Most clients, or connections, that a scenario can ask for.</summary>
    public const int MostClients = 100_000;

    /// <summary>Longest time budget of a run, s.</summary>
    public const double MostSeconds = 24 * 3600;

    private const string Example = "`loadharness init` writes an example";
    private const int MostCores = 1024;
    private const double MostExtraWork_us = 1e6;

    private static readonly string[] _clients = ["virtual", ProcessLoad.Word];
    private static readonly string[] _causeChecks = ["auto", "off", "on"];
    private static readonly string[] _overloads = ["off", "spare", "planned"];
    private static readonly string[] _loops = ["auto", "epoll", "io_uring", "portable"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives one line per problem: file, line, key, what is wrong and what would be
    /// right.</param>
    /// <returns>Null when there is a problem.</returns>
    public Scenario? Load(string path, ICollection<string> problems)
    {
        try
        {
            return Parse(path, File.ReadAllText(path), problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(UnreadableFile.Describe(path, e));
            return null;
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="problems">See <see cref="Load"/>.</param>
    public Scenario? Parse(string file, string text, ICollection<string> problems)
    {
        var before = problems.Count;
        var scenario = YamlDocument.Root(file, text, Example, problems) is { } root ? Read(root, text) : null;
        return problems.Count > before ? null : scenario;
    }

    private Scenario Read(YamlSection root, string text)
    {
        var name = root.Text("name", isRequired: true) ?? "";
        if (name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') || name.StartsWith('-'))
            root.Complain("name", $"'{name}' is a folder's name, too: lower-case letters, digits and dashes");
        var title = root.Text("title") ?? "";
        var workload = ReadWorkload(root, out var clientOptions);
        var server = ReadServer(root.Section("server", isRequired: true), workload, clientOptions);
        var check = HistoryRules.Parse(root.Word("check", HistoryRules.Words));
        var load = HistoryRules.Fit(ReadLoad(root.Section("load"), workload, server.Foreign), check, workload);
        var generator = ReadGenerator(root.Section("generator"));
        var profiles = ReadProfiles(root.Section("profiles", isRequired: true), server.Models);
        var thresholds = ThresholdReader.Read(root, workload?.Stages ?? [], server.Models);
        root.Finish();
        foreach (var (key, problem) in workload is null ? [] : HeldLoad.Problems(
            workload, clientOptions, load, server.Models, name => LimitOf(name, server)))
            root.Complain(key, problem);
        foreach (var (key, problem) in workload is null ? [] : LoadFactors.Problems(
            workload, clientOptions, load, server, name => LimitOf(name, server)))
            root.Complain(key, problem);
        foreach (var (key, problem) in ForeignConnections.Problems(load, server.Foreign)) root.Complain(key, problem);
        foreach (var (key, problem) in workload is null ? [] : OpenLoadRules.Problems(
            workload, clientOptions, load, generator, server.Models, name => LimitOf(name, server)))
            root.Complain(key, problem);
        foreach (var (key, problem) in workload is null ? [] : HistoryRules.Problems(check, workload, load, generator))
            root.Complain(key, problem);
        foreach (var (key, problem) in generator.UsesProcesses ? ProcessLoad.Problems(
            workload, load, generator.ExtraWork_us) : [])
            root.Complain(key, problem);
        return new Scenario
        {
            Name = name,
            Title = title,
            Text = text,
            Workload = workload?.Name ?? "",
            ClientOptions = clientOptions,
            Server = server,
            Load = load,
            Generator = generator,
            Check = check,
            Thresholds = thresholds,
            Profiles = profiles,
        };
    }

    private int? LimitOf(string name, ServerSetup server) =>
        models.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal)) is { } model
            ? model.ConnectionLimit(ModelSettings.Of(model, server.OptionsOf(name)))
            : null;

    private IWorkload? ReadWorkload(YamlSection root, out IReadOnlyDictionary<string, string> options)
    {
        options = Scenario.NoOptions;
        if (root.Section("workload", isRequired: true) is not { } section) return null;
        var names = workloads.Select(w => w.Name).ToList();
        var name = section.Word("name", names, isRequired: true);
        if (workloads.FirstOrDefault(w => string.Equals(w.Name, name, StringComparison.Ordinal)) is not { } workload)
            return null;
        options = OptionReader.Read(section, workload.Options, OptionSide.Client);
        section.Finish();
        return workload;
    }

    private ServerSetup ReadServer(YamlSection? section, IWorkload? workload, IReadOnlyDictionary<string,
        string> clientOptions)
    {
        if (section is null) return new ServerSetup { Models = [] };
        if (ForeignServerReader.Recognises(section)) return ReadForeign(section);
        var named = ReadModels(section, workload);
        var modelOptions = ReadModelOptions(section.Section("model_options"), named);
        var cpus = section.Text("cpus");
        var cores = section.Whole("cores", 0, 1, MostCores);
        var options = workload is null || section.Section("options") is not { } inner
            ? Scenario.NoOptions
            : OptionReader.ReadAll(inner, workload.Options, OptionSide.Server);
        section.Finish();
        var shared = workload?.Options.Where(o => o.Side == OptionSide.Both && clientOptions.ContainsKey(o.Name)) ?? [];
        var all = options.Concat(shared.Select(o => KeyValuePair.Create(o.Name, clientOptions[o.Name])));
        return new ServerSetup
        {
            Models = [.. named.Select(model => model.Name)],
            ModelOptions = modelOptions,
            Cpus = cpus,
            Cores = cores > 0 ? cores : null,
            Options = all.ToDictionary(StringComparer.Ordinal),
        };
    }

    private ServerSetup ReadForeign(YamlSection section)
    {
        if (ForeignServerReader.Read(section, [.. models.Select(model => model.Name)]) is not { } foreign)
            return new ServerSetup { Models = [] };
        // A server that runs already has its CPUs.
        var cpus = foreign.IsRunningAlready ? null : section.Text("cpus");
        var cores = foreign.IsRunningAlready ? 0 : section.Whole("cores", 0, 1, MostCores);
        section.Finish();
        return new ServerSetup
        {
            Models = [foreign.Name],
            Foreign = foreign,
            Cpus = cpus,
            Cores = cores > 0 ? cores : null,
        };
    }

    private List<IServerModel> ReadModels(YamlSection section, IWorkload? workload)
    {
        var names = section.Words("models", [.. models.Select(model => model.Name)], isRequired: true);
        var named = names
            .Select(name => models.First(model => string.Equals(model.Name, name, StringComparison.Ordinal))).ToList();
        foreach (var model in named)
        {
            if (workload is not null && ModelSettings.Refusal(model, workload) is { } refusal)
                section.Complain("models", refusal);
        }

        return named;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadModelOptions(
        YamlSection? section, List<IServerModel> named)
    {
        var options = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var model in named)
        {
            if (section?.Section(model.Name) is { } inner)
                options[model.Name] = OptionReader.ReadAll(inner, model.Options, OptionSide.Server);
        }

        section?.Finish();
        return options;
    }

    private static LoadSetup ReadLoad(YamlSection? section, IWorkload? workload, ForeignServer? foreign)
    {
        var usual = new LoadSetup();
        if (section is null) return ForeignConnections.Fit(usual, foreign);
        var load = new LoadSetup
        {
            Stages = section.Words("stages", workload?.Stages ?? []),
            MaxClients = section.Whole("max_clients", usual.MaxClients, 1, MostClients),
            Holds = [.. section.Wholes("holds", 1, MostClients).Distinct().Order()],
            Window_ms = section.Whole("window_ms", usual.Window_ms, 100, 1000),
            ThinkTime_ms = section.Number("think_time_ms", usual.ThinkTime_ms, 0, 3_600_000),
            IdleConnections = section.Whole("idle_connections", usual.IdleConnections, 0, MostClients),
            Churn = section.Whole("churn", usual.Churn, 0, int.MaxValue),
            CauseChecks = ReadCauseChecks(section),
            OperationTimeout_ms = section.Whole("operation_timeout_ms", usual.OperationTimeout_ms, 1, 3_600_000),
            Open = OpenLoadReader.Read(section),
            KeepAwake = section.Switch("keep_awake", usual.KeepAwake),
            Seed = section.Whole("seed", (int)usual.Seed, 0, int.MaxValue),
        };
        section.Finish();
        return section.Keys.Contains("max_clients", StringComparer.Ordinal)
            ? load
            : ForeignConnections.Fit(load, foreign);
    }

    private static CauseChecks ReadCauseChecks(YamlSection section) =>
        section.Word("cause_checks", _causeChecks) switch
        {
            "off" => CauseChecks.Off,
            "on" => CauseChecks.On,
            _ => CauseChecks.Auto,
        };

    private static GeneratorSetup ReadGenerator(YamlSection? section)
    {
        var usual = new GeneratorSetup();
        if (section is null) return usual;
        var generator = new GeneratorSetup
        {
            Cpus = section.Text("cpus"),
            AllowOverlap = section.Switch("allow_overlap", usual.AllowOverlap),
            SourceAddresses = ReadSources(section),
            ExtraWork_us = section.Number("extra_work_us", usual.ExtraWork_us, 0, MostExtraWork_us),
            Loop = section.Word("loop", _loops) ?? usual.Loop,
            UsesProcesses = string.Equals(
                section.Word("clients", _clients), ProcessLoad.Word, StringComparison.Ordinal),
        };
        section.Finish();
        return generator;
    }

    private static List<IPAddress> ReadSources(YamlSection section)
    {
        const string key = "source_addresses";
        var sources = new List<IPAddress>();
        foreach (var text in section.Texts(key))
        {
            if (IPAddress.TryParse(text, out var address)) sources.Add(address);
            else section.Complain(key, $"'{text}' is not an address like 127.0.0.2");
        }

        return sources;
    }

    private static Dictionary<string, EffortProfile> ReadProfiles(YamlSection? section, IReadOnlyList<string> models)
    {
        var profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal);
        foreach (var name in section?.Keys ?? [])
        {
            if (section!.Section(name) is { } inner) profiles[name] = ReadProfile(inner, models, name);
        }

        if (section is not null
            && profiles.Count == 0) section.Complain("default", "is missing: at least one profile is wanted");
        return profiles;
    }

    private static EffortProfile ReadProfile(YamlSection section, IReadOnlyList<string> models, string name)
    {
        var usual = new EffortProfile { Budget_s = 60 };
        var profile = new EffortProfile
        {
            Budget_s = section.Number("budget_s", usual.Budget_s, 1, MostSeconds, isRequired: true),
            Models = section.Words("models", models),
            Repetitions = section.Whole("repetitions", usual.Repetitions, 1, 100),
            MinWindows = section.Whole("min_windows", usual.MinWindows, 3, 10_000),
            MaxWindows = section.Whole("max_windows", usual.MaxWindows, 3, 100_000),
            WarmUp_s = section.Number("warm_up_s", usual.WarmUp_s, 0, 600),
            RefineLevels = section.Whole("refine_levels", usual.RefineLevels, 0, 10),
            Confirm = section.Switch("confirm", usual.Confirm),
            RateLadder = section.Switch("rate_ladder", !string.Equals(name, "smoke", StringComparison.Ordinal)),
        };
        profile = profile with { Overload = ReadOverload(section, profile.Confirm) };
        if (profile.MaxWindows < profile.MinWindows) section.Complain("max_windows", "is below min_windows");
        section.Finish();
        return profile;
    }

    /// <summary>Who has no time to confirm a point has none to overload it.</summary>
    private static OverloadEffort ReadOverload(YamlSection section, bool confirms) =>
        section.Word("overload", _overloads) switch
        {
            "off" => OverloadEffort.Off,
            "spare" => OverloadEffort.Spare,
            "planned" => OverloadEffort.Planned,
            _ => confirms ? OverloadEffort.Spare : OverloadEffort.Off,
        };
}
