namespace LoadHarness.Tests.Architecture;

/// <summary>The files of the repository that these tests run from.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> _sources = new(() => ReadAll("src"));
    private static readonly Lazy<IReadOnlyList<SourceFile>> _tests = new(() => ReadAll("tests"));

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The C# files below src.</summary>
    public static IReadOnlyList<SourceFile> Sources => _sources.Value;

    /// <summary>The C# files below src and tests.</summary>
    public static IEnumerable<SourceFile> AllCode => Sources.Concat(_tests.Value);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LoadHarness.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"LoadHarness.sln stands in no folder above {start}");
    }

    private static List<SourceFile> ReadAll(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n")))
            .ToList();
}
