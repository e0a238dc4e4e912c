namespace LoadHarness.Tests.Analysis.Laws;

/// <summary>The levels that the tests of laws use: fourteen, each about half as many again.</summary>
internal static class Ladder
{
    public static IReadOnlyList<int> Clients { get; } = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];
}
