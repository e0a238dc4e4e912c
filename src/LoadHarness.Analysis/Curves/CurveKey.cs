using LoadHarness.Results;

namespace LoadHarness.Analysis.Curves;

/// <summary>Names a curve: throughput over clients of one workload, model and stage.</summary>
/// <param name="Workload">E.g. <c>hashtable</c>.</param>
/// <param name="Model">Server model, or the name of another SUT.</param>
/// <param name="Stage">Stage, e.g. <c>insert</c>.</param>
public sealed record CurveKey(string Workload, string Model, string Stage)
{
    /// <summary>The curve a level belongs to.</summary>
    public static CurveKey Of(RunKey key) => new(key.Workload, key.Model, key.Stage);

    /// <summary>Whether a level belongs to the curve.</summary>
    public bool Holds(RunKey key) => string.Equals(key.Workload, Workload, StringComparison.Ordinal)
        && string.Equals(key.Model, Model, StringComparison.Ordinal)
        && string.Equals(key.Stage, Stage, StringComparison.Ordinal);
}
