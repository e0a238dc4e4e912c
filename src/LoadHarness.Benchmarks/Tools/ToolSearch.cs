namespace LoadHarness.Benchmarks.Tools;

/// <summary>Finds programs of others; nothing is installed.</summary>
internal static class ToolSearch
{
    /// <summary>True when the program stands on the search path.</summary>
    public static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
