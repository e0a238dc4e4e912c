using System.Globalization;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Experiments;

/// <summary>
/// The scenario that <c>loadharness init</c> writes: what a workload and a server can be told, with its defaults.
/// Tests read it back.
/// </summary>
internal static class ScenarioTemplate
{
    private const double SmokeShare = 0.25;
    private const double PerCurve_s = 30;
    private const double Shortest_s = 60;

    private static readonly string[] _usualModels = ["threaded", "select"];

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file; the scenario is called after it.</param>
    /// <param name="workload">What clients and server speak.</param>
    /// <param name="models">The server models there are.</param>
    /// <param name="foreign">A server of others; null for our models.</param>
    public static string Of(
        string path, IWorkload workload, IReadOnlyList<IServerModel> models, ForeignServer? foreign)
    {
        var chosen = foreign is null ? Fitting(workload, models) : [foreign.Name];
        List<string> lines =
        [
            "# A scenario for LoadHarness: what serves, what loads it, how long it may take.",
            "# A line that begins with # shows what else can be said, with its default.",
            $"name: {Name(path)}   # the folder under results/: lower-case letters, digits and dashes",
            $"title: {Quoted($"{workload.Name} on {string.Join(" and ", chosen)}")}",
            "",
            .. WorkloadLines(workload),
            "",
            .. foreign is null ? ModelLines(workload, chosen) : ForeignLines(foreign),
            "",
            .. LoadLines(workload),
            "",
            .. GeneratorLines,
            "",
            .. ProfileLines(chosen.Count * workload.UsualStages.Count),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> WorkloadLines(IWorkload workload) =>
    [
        "workload:",
        $"  name: {Quoted(workload.Name)}   # `loadharness list` shows the others",
        .. Options(workload, OptionSide.Client, "  "),
    ];

    private static IEnumerable<string> ModelLines(IWorkload workload, IReadOnlyList<string> chosen) =>
    [
        "server:",
        $"  models: [{string.Join(", ", chosen)}]   # each is measured alone, on the same work; `loadharness list`",
        "  # cpus: 0                  # CPUs of the server; left out, the harness chooses",
        "  # cores: 1                 # or how many cores",
        "  # options:                 # options of the service",
        .. Options(workload, OptionSide.Server, "  #   "),
    ];

    private static IEnumerable<string> ForeignLines(ForeignServer foreign)
    {
        yield return "server:";
        yield return $"  name: {Quoted(foreign.Name)}   # stands in the report";
        if (foreign.Address is { } address)
        {
            yield return $"  address: {Quoted(TargetAddress.Show(address))}   # where it listens";
        }

        if (!foreign.IsRunningAlready)
        {
            yield return "  # {port} becomes a free port, {data} an empty folder; no shell reads it:";
            yield return $"  command: {Quoted(CommandWords.Join(foreign.Command))}";
            yield return "  # folder: .                # where it runs";
            yield return "  # ready: Listening         # what it prints when it is ready; left out, when it answers";
            yield return "  # ready_within_s: 20";
            yield return "  # cpus: 0                  # its CPUs; left out, the harness chooses";
        }

        yield return "  # max_connections: 1000    # no level goes beyond what the server takes";
    }

    private static IEnumerable<string> LoadLines(IWorkload workload)
    {
        var waits = HeldLoad.Pause_us(workload, Scenario.NoOptions) > 0;
        yield return "load:";
        yield return $"  # each stage is measured by itself; there are {string.Join(", ", workload.Stages)}";
        yield return $"  stages: [{string.Join(", ", workload.UsualStages)}]";
        if (waits)
        {
            yield return "  holds: [100, 1000]         # fixed levels: these clients mostly wait";
        }
        else
        {
            yield return "  max_clients: 64            # the ladder 1, 2, 3, 4, 6, 8, 12… ends here at the latest";
            yield return "  # holds: [1, 8, 64]        # fixed levels in place of the ladder";
            yield return "  # think_time_ms: 0         # pause of a client between answer and next operation";
            yield return "  # idle_connections: 0      # held open beside the clients, nothing is sent on them";
            yield return "  # churn: 0                 # operations after which a client connects anew";
            yield return "  # rate_ladder: [0.5, 0.8]  # then rates: shares of the capacity that was found";
        }

        yield return "  # window_ms: 100           # 100 to 1000; long enough for some operations";
        yield return "  # operation_timeout_ms: 10000";
    }

    private static IEnumerable<string> GeneratorLines =>
    [
        "# generator:",
        "#   cpus: 1                  # one load thread on each; left out, what the server leaves",
        "#   loop: auto               # or epoll, io_uring, portable",
        "#   allow_overlap: false     # true lets server and generator share CPUs",
    ];

    private static IEnumerable<string> ProfileLines(int curves)
    {
        var budget_s = Math.Max(Shortest_s, curves * PerCurve_s);
        string Seconds(double share) => (share * budget_s).ToString("0", CultureInfo.InvariantCulture);
        return
        [
            "profiles:                    # chosen with --profile; the budget is kept",
            $"  smoke: {{ budget_s: {Seconds(SmokeShare)}, repetitions: 1, min_windows: 4, warm_up_s: 0.5 }}",
            $"  default: {{ budget_s: {Seconds(1)}, repetitions: 3 }}",
        ];
    }

    private static IEnumerable<string> Options(IWorkload workload, OptionSide side, string indent) => workload.Options
        .Where(option => side == OptionSide.Client ? (option.Side & side) == side : option.Side == side)
        .SelectMany(option => new[]
        {
            $"{indent}# {option.Meaning}",
            $"{indent}{(side == OptionSide.Client ? "# " : "")}{option.Name}: {Quoted(option.Default)}"
                + (option.Choices is { } words ? $"   # of: {string.Join(", ", words)}" : ""),
        });

    private static List<string> Fitting(IWorkload workload, IReadOnlyList<IServerModel> models)
    {
        var able = models.Where(model => ModelSettings.Refusal(model, workload) is null)
            .Select(model => model.Name).ToList();
        return able.Intersect(_usualModels, StringComparer.Ordinal).ToList() is { Count: > 0 } usual
            ? usual
            : [.. able.Take(_usualModels.Length)];
    }

    /// <summary>The name of the file, where that can be a scenario's.</summary>
    private static string Name(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Length > 0 && name[0] != '-'
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? Quoted(name)
            : "my-first";
    }

    /// <summary>Plain where it can be, else between single quotes, in which only these have a meaning.</summary>
    private static string Quoted(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && text is not "null"
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
