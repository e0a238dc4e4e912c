namespace LoadHarness.Torture.Fuzzing.Corpora;

/// <summary>
/// The inputs that are kept with the code, a folder for each parser: valid ones that no writer of ours makes, and those
/// that once broke something. They lie in the program itself.
/// </summary>
internal static class StoredCorpus
{
    private const string Prefix = "corpus/";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StoredInput> All { get; } =
    [
        .. typeof(StoredCorpus).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>Those of a parser.</summary>
    /// <param name="target">Its name; in folder names the slash is a dash.</param>
    public static IEnumerable<StoredInput> Of(string target)
    {
        var folder = target.Replace('/', '-');
        return All.Where(stored => string.Equals(stored.Target, folder, StringComparison.Ordinal));
    }

    private static StoredInput Read(string name)
    {
        using var resource = typeof(StoredCorpus).Assembly.GetManifestResourceStream(name)!;
        var input = new byte[resource.Length];
        resource.ReadExactly(input);
        var parts = name[Prefix.Length..].Replace('\\', '/').Split('/');
        return new StoredInput(parts[0], parts[^1], input);
    }
}
