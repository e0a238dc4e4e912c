using LoadHarness.Contracts.Loading;

namespace LoadHarness.Engine.Recording;

/// <summary>The ways an operation can end, as an index.</summary>
internal static class Outcomes
{
    /// <summary>Number of outcomes: the size of every table by outcome.</summary>
    public static int Count { get; } = Enum.GetValues<Outcome>().Length;
}
