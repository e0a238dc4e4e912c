namespace LoadHarness.Benchmarks;

/// <summary>How <c>loadharness</c> itself is started, which starts servers and tools on their CPUs.</summary>
internal static class OwnProgram
{
    /// <summary>The command of a path: a script or executable, or an assembly.</summary>
    public static IReadOnlyList<string> Command(string path)
    {
        var full = Path.GetFullPath(path);
        return full.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", full] : [full];
    }
}
