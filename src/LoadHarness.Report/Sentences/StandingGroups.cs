using LoadHarness.Analysis.Comparing;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Says how models stand to the best, those that stand alike together.</summary>
internal static class StandingGroups
{
    private static readonly IReadOnlyList<(StandingKind Kind, string Words)> _groups =
    [
        (StandingKind.Same, "The same within 5 %: {0}."),
        (StandingKind.NoDifference, "No difference from it is shown for {0}."),
        (StandingKind.Open, "Not decided, though the estimates differ: {0}."),
        (StandingKind.Behind, "Behind: {0}."),
    ];

    /// <summary>A sentence for each way of standing that there is; the ratio stands in brackets.</summary>
    /// <param name="models">Models with their comparison.</param>
    public static IEnumerable<string> Of(IReadOnlyList<ModelStanding> models) =>
        from own in _groups
        let those = models.Where(model => model.Kind == own.Kind).ToList()
        where those.Count > 0
        select own.Words.Replace("{0}", Words.List([.. those.Select(Name)]), StringComparison.Ordinal);

    private static string Name(ModelStanding model) =>
        $"{Words.Name(model.Model)} ({Bound(model)}{NumberText.Digits(model.Comparison!.Ratio.Estimate, 2)})";

    private static string Bound(ModelStanding model) => model.Curve.Verdict.IsLowerBound ? "lower bound " : "";
}
