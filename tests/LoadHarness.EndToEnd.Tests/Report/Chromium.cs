using LoadHarness.EndToEnd.Tests.Peers;

namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>Finds the system's browser.</summary>
internal static class Chromium
{
    private const string Variable = "LOADHARNESS_CHROMIUM";

    /// <summary>The program that the environment variable names, else <c>chromium</c> on the search path, or
    /// null.</summary>
    internal static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
        ? path
        : PeerPrograms.Find("chromium");

    /// <summary>Null when there is one or its absence must fail.</summary>
    internal static string? ReasonToSkip() => PeerPrograms.AbsenceFails || Find() is not null
        ? null
        : $"not installed: chromium (or name a browser of its kind in {Variable})";
}
