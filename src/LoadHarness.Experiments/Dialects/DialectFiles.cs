using System.Collections.Concurrent;
using LoadHarness.Contracts.Storage;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Workloads.HashTable.Dialects;

namespace LoadHarness.Experiments.Dialects;

/// <summary>
/// The dialects of <c>scenarios/dialects</c>, which are part of the program, and those in files of users.
/// </summary>
public sealed class DialectFiles : IDialects
{
    private const string Prefix = "dialects/";
    private const string Extension = ".yaml";

    private readonly ConcurrentDictionary<string, Dialect?> _known = new(StringComparer.Ordinal);

    private DialectFiles()
    {
    }

    /// <summary>The dialects that come with the program.</summary>
    public static DialectFiles Default { get; } = new();

    /// <summary>Their names, in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. typeof(DialectFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Extension.Length]).Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public Dialect? Find(string nameOrFile, ICollection<string> problems)
    {
        if (Names.Contains(nameOrFile, StringComparer.Ordinal)) return _known.GetOrAdd(nameOrFile, Own);
        if (IsFile(nameOrFile)) return Read(nameOrFile, problems);
        var hint = Nearest.Hint(nameOrFile, Names);
        var end = hint.EndsWith('?') ? "" : ".";
        problems.Add($"'{nameOrFile}' is unknown; {hint}{end} Or name a file *{Extension}");
        return null;
    }

    private static bool IsFile(string text) =>
        text.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || text.Contains(Path.DirectorySeparatorChar);

    private static Dialect? Read(string file, ICollection<string> problems)
    {
        try
        {
            return DialectFile.Parse(file, File.ReadAllText(file), problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}: cannot be read: {StorageProblem.Reason(e)}");
            return null;
        }
    }

    private static Dialect Own(string name)
    {
        using var resource = typeof(DialectFiles).Assembly.GetManifestResourceStream(Prefix + name + Extension)!;
        using var reader = new StreamReader(resource);
        var problems = new List<string>();
        return DialectFile.Parse(name + Extension, reader.ReadToEnd(), problems)
            ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
