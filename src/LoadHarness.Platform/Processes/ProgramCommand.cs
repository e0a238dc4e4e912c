using System.Reflection;
using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// How this program is started once more: by its own executable, or by <c>dotnet</c> and its assembly.
/// </summary>
public static class ProgramCommand
{
    /// <summary>Finds the command line that starts the program.</summary>
    /// <param name="program">The assembly with the program's entry point; in tests not the process's own.</param>
    /// <returns>Executable and first arguments; the program's own arguments follow.</returns>
    public static IReadOnlyList<string> Of(Assembly program) =>
        Of(program.Location, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>The rule behind <see cref="Of(Assembly)"/>.</summary>
    /// <param name="assemblyPath">Path of the program's assembly; empty when it is bundled into one file.</param>
    /// <param name="processPath">Path of this process's executable.</param>
    /// <param name="runtimeDirectory">Folder of the running runtime: <c>dotnet</c> stands three folders above.</param>
    internal static IReadOnlyList<string> Of(string assemblyPath, string? processPath, string runtimeDirectory)
    {
        var processName = Path.GetFileNameWithoutExtension(processPath ?? "");
        if (assemblyPath.Length == 0)
            return [processPath ?? throw new InvalidOperationException("this program has no path")];
        if (string.Equals(processName, Path.GetFileNameWithoutExtension(assemblyPath), StringComparison.Ordinal))
            return [processPath!];
        if (string.Equals(processName, "dotnet", StringComparison.Ordinal)) return [processPath!, assemblyPath];
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return [Path.GetFullPath(Path.Combine(runtimeDirectory, "..", "..", "..", "dotnet" + suffix)), assemblyPath];
    }
}
