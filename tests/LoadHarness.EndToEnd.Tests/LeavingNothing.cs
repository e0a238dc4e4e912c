using System.Runtime.CompilerServices;

namespace LoadHarness.EndToEnd.Tests;

/// <summary>
/// A .NET runtime that is killed leaves its files for debuggers in the temporary folder. These tests kill many, so none
/// of the programs that they start makes such files.
/// </summary>
internal static class LeavingNothing
{
    /// <summary>The variable that says whether a runtime makes them.</summary>
    public const string Diagnostics = "DOTNET_EnableDiagnostics";

    [ModuleInitializer]
    internal static void Begin() => Environment.SetEnvironmentVariable(Diagnostics, "0");
}
