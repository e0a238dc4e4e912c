using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Serving;

/// <summary>
/// The options of all server models as flags of a command. Models may share a name; only those of the model that is
/// chosen may be given.
/// </summary>
internal sealed class ModelFlags
{
    private readonly ModelRegistry _models;
    private readonly List<Option<string?>> _flags;

    /// <summary>Makes the flags.</summary>
    public ModelFlags(ModelRegistry models)
    {
        _models = models;
        var names = models.All.SelectMany(model => model.Options).DistinctBy(o => o.Name, StringComparer.Ordinal);
        _flags = [.. names.Select(option => WorkloadFlags.Flag(option, Description(option.Name)))];
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command) => _flags.ForEach(command.Options.Add);

    /// <summary>Reads and checks what was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="model">The model chosen.</param>
    /// <param name="problems">Receives one line per problem.</param>
    /// <returns>What was given, by name.</returns>
    public IReadOnlyDictionary<string, string> Read(
        ParseResult parsed, IServerModel model, ICollection<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var flag in _flags)
        {
            if (parsed.GetResult(flag) is not { Implicit: false }) continue;
            var name = flag.Name["--".Length..];
            if (Having(name).Contains(model)) given[name] = parsed.GetValue(flag) ?? "true";
            else problems.Add($"{name}: only with --model {string.Join(" or ", Having(name).Select(m => m.Name))}");
        }

        WorkloadSettings.Create(model.Options, given, problems);
        return given;
    }

    private IEnumerable<IServerModel> Having(string name) => _models.All.Where(model => Find(model, name) is not null);

    private string Description(string name) => string.Join(' ', Having(name).Select(model =>
        $"{model.Name}: {Find(model, name)!.Meaning} [default: {Find(model, name)!.Default}]"));

    private static WorkloadOption? Find(IServerModel model, string name) =>
        model.Options.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.Ordinal));
}
