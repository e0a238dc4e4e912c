using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Stability;

/// <summary>How fast something that the server holds grows.</summary>
/// <param name="Name"><c>memory</c> (bytes), <c>descriptors</c>, <c>threads</c> or <c>closed sockets</c>.</param>
/// <param name="PerHour">Its growth in an hour with the 95 % interval.</param>
/// <param name="Bound">What it may grow in an hour.</param>
public sealed record Growth(string Name, TheilSen PerHour, double Bound)
{
    /// <summary>The decision.</summary>
    public GrowthVerdict Verdict =>
        double.IsNaN(PerHour.Slope) ? GrowthVerdict.Unknown
        : PerHour.High <= Bound ? GrowthVerdict.Steady
        : PerHour.Low > Bound ? GrowthVerdict.Grows
        : GrowthVerdict.Undecided;
}
