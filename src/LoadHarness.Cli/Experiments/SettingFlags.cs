using System.CommandLine;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Cli.Experiments;

/// <summary>Options of the workload in a run without a file: what a scenario says under <c>workload</c>.</summary>
internal sealed class SettingFlags
{
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "an option of the workload in a run without a file, like keys=2000; may be given several times",
        HelpName = "option=value",
    };

    /// <summary>The flags.</summary>
    public IReadOnlyList<Option> Options => [_set];

    /// <summary>Reads and checks what was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="workload">Whose options.</param>
    /// <param name="isForeign">The server is not one of ours: it has no options that we know.</param>
    /// <param name="problems">Receives one line per problem.</param>
    /// <returns>What the clients get, and what the service gets.</returns>
    public (IReadOnlyDictionary<string, string> Client, IReadOnlyDictionary<string, string> Server) Read(
        ParseResult parsed, IWorkload workload, bool isForeign, ICollection<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_set) ?? [])
        {
            var split = text.IndexOf('=', StringComparison.Ordinal);
            if (split > 0) given[text[..split]] = text[(split + 1)..];
            else problems.Add($"--set {text}: give an option and its value, like keys=2000");
        }

        var wrong = new List<string>();
        var known = isForeign ? Of(workload, OptionSide.Client) : workload.Options;
        WorkloadSettings.Create([.. known], given, wrong);
        foreach (var problem in wrong) problems.Add($"--set {problem}");
        return (Chosen(OptionSide.Client), Chosen(OptionSide.Server));

        Dictionary<string, string> Chosen(OptionSide side) => Of(workload, side)
            .Where(option => given.ContainsKey(option.Name))
            .ToDictionary(option => option.Name, option => given[option.Name], StringComparer.Ordinal);
    }

    private static IEnumerable<WorkloadOption> Of(IWorkload workload, OptionSide side) =>
        workload.Options.Where(option => (option.Side & side) != OptionSide.None);
}
