using LoadHarness.Analysis.Levels;

namespace LoadHarness.Analysis.Comparing;

/// <summary>A cost of serving.</summary>
/// <param name="Name">Its name with the unit.</param>
/// <param name="Floor">A difference of no more than this matters to nobody; in the unit of the cost.</param>
/// <param name="Get">Reads it; NaN where unknown.</param>
internal sealed record ModelCost(string Name, double Floor, Func<ResourceSummary, double> Get);
