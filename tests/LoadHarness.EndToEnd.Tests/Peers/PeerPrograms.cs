namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>Finds the programs of others that tests run against.</summary>
internal static class PeerPrograms
{
    /// <summary>The full path of a program on the search path, or null.</summary>
    internal static string? Find(string program) => FindAll(program).FirstOrDefault();

    /// <summary>The full paths of all programs of a name on the search path, in its order.</summary>
    internal static IEnumerable<string> FindAll(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .Where(File.Exists);

    /// <summary>The full path of a program.</summary>
    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    internal static string Require(string program) =>
        Find(program) ?? throw new FileNotFoundException($"the peer program '{program}' is not installed", program);

    /// <summary>True where tests must not be skipped for want of a program.</summary>
    internal static bool AbsenceFails => Environment.GetEnvironmentVariable("REQUIRE_PEERS") is "1";

    /// <summary>Null when all are there or their absence must fail.</summary>
    internal static string? ReasonToSkip(IEnumerable<string> programs)
    {
        if (AbsenceFails) return null;
        var absent = programs.Where(program => Find(program) is null).ToList();
        return absent.Count == 0 ? null : $"not installed: {string.Join(", ", absent)}";
    }
}
