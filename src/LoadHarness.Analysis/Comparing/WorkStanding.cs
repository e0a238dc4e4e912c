namespace LoadHarness.Analysis.Comparing;

/// <summary>How the models stand on one piece of work: one stage of one workload.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Models">
/// Those that did it, two at least: the highest capacity first; where clients were held, the least memory for each
/// client first.
/// </param>
/// <param name="Differences">What goes with being slower; empty where nothing does or clients were held.</param>
public sealed record WorkStanding(
    string Workload, string Stage, IReadOnlyList<ModelStanding> Models, IReadOnlyList<CostDifference> Differences)
{
    /// <summary>True where clients were held at fixed numbers: then what they cost is compared.</summary>
    public bool IsHeld => Models[0].Cost is not null;

    /// <summary>The models that stand so to the best.</summary>
    public IReadOnlyList<ModelStanding> Those(StandingKind kind) => [.. Models.Where(model => model.Kind == kind)];
}
