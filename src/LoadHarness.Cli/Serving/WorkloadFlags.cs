using System.CommandLine;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Cli.Serving;

/// <summary>The options of a workload as flags of a command.</summary>
internal sealed class WorkloadFlags
{
    private readonly IReadOnlyList<WorkloadOption> _options;
    private readonly List<Option<string?>> _flags;

    /// <summary>Makes the flags.</summary>
    /// <param name="workload">Whose options.</param>
    /// <param name="side">Only options that this side uses.</param>
    /// <param name="defaults">Defaults of this command that differ from the workload's, by option name.</param>
    public WorkloadFlags(
        IWorkload workload, OptionSide side, IReadOnlyDictionary<string, string>? defaults = null)
    {
        _options = defaults is null
            ? workload.Options
            : [.. workload.Options.Select(
                option => option with { Default = defaults.GetValueOrDefault(option.Name, option.Default) })];
        _flags = [.. _options.Where(option => (option.Side & side) != OptionSide.None)
            .Select(option => Flag(option, $"{option.Meaning} [default: {Shown(option.Default)}]"))];
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command) => _flags.ForEach(command.Options.Add);

    /// <summary>Reads and checks what was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problems">Receives one line per problem.</param>
    public WorkloadSettings Read(ParseResult parsed, ICollection<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var flag in _flags)
        {
            // A switch may stand alone.
            if (parsed.GetResult(flag) is { Implicit: false })
                given[flag.Name["--".Length..]] = parsed.GetValue(flag) ?? "true";
        }

        return WorkloadSettings.Create(_options, given, problems);
    }

    private static string Shown(string value) => value.Length > 0 ? value : "none";

    /// <summary>An option as a flag.</summary>
    /// <param name="option">The option.</param>
    /// <param name="description">What the help says of it.</param>
    internal static Option<string?> Flag(WorkloadOption option, string description) => new("--" + option.Name)
    {
        Description = description,
        HelpName = option.Kind switch
        {
            OptionKind.Integer => "number",
            OptionKind.Choice => string.Join('|', option.Choices!),
            OptionKind.Switch => "true|false",
            _ => "text",
        },
        Arity = option.Kind == OptionKind.Switch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };
}
