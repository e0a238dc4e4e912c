using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Holding;

/// <summary>
/// What one more held client costs a server: the slope of its resources between the lowest and the highest level, so
/// that what the process takes without any client does not count. NaN where there is no second level or no number.
/// </summary>
/// <param name="FromClients">Lowest level.</param>
/// <param name="ToClients">Highest level.</param>
/// <param name="Memory_bytes">Resident memory per client, bytes.</param>
/// <param name="Threads">Threads per client.</param>
/// <param name="Descriptors">Open descriptors per client: 1 where every client's connection was open.</param>
public sealed record HoldCost(int FromClients, int ToClients, double Memory_bytes, double Threads, double Descriptors)
{
    /// <summary>
    /// From the levels of a curve, by clients, rising. Levels without resources are left out, and those at which the
    /// server did not hold all clients.
    /// </summary>
    public static HoldCost Of(IReadOnlyList<LevelSummary> levels)
    {
        var known = levels.Where(level => level.Resources.SutRss_bytes > 0 && AreHeld(level)).ToList();
        if (known.Count == 0) return new HoldCost(0, 0, double.NaN, double.NaN, double.NaN);
        var (low, high) = (known[0], known[^1]);
        double Slope(Func<ResourceSummary, double> of) => high.Clients > low.Clients
            ? (of(high.Resources) - of(low.Resources)) / (high.Clients - low.Clients)
            : double.NaN;
        return new HoldCost(
            low.Clients, high.Clients, Slope(used => used.SutRss_bytes), Slope(used => used.SutThreads),
            Slope(used => used.SutDescriptors));
    }

    private static bool AreHeld(LevelSummary level) => !level.Validity.Issues.Any(
        issue => string.Equals(issue.Code, ValidityCode.NotConnected, StringComparison.Ordinal));
}
