using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>What could not be concluded, and what to run next to conclude it.</summary>
internal static class OpenQuestions
{
    /// <summary>One item for each kind of question; empty when everything was concluded.</summary>
    public static IReadOnlyList<ListItem> Of(ReportPart part)
    {
        var items = part.Curves.GroupBy(curve => Advice(curve.Verdict), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => new ListItem(VerdictText.Kind(group.First().Verdict), $"{NamesOf(group)}: {group.Key}"))
            .ToList();
        var unknown = part.Curves.Where(curve => curve.Verdict.Limit == LimitKind.Undecided).ToList();
        if (unknown.Count > 0)
        {
            items.Add(new ListItem(
                "Whose limit it is",
                $"{NamesOf(unknown)}: the server's or the load generator's, the tests do not decide. Next: more CPUs "
                    + "for the generator, a quiet machine, or longer levels; until then compare CPU per operation."));
        }

        var undecided = part.Comparisons.Where(comparison => comparison.Verdict == ComparisonVerdict.Undecided)
            .ToList();
        if (undecided.Count > 0)
        {
            items.Add(new ListItem(
                "Models not told apart",
                $"{Words.List([.. undecided.Select(Pair)])}. Next: more starts of the server (the profile `full` "
                    + "makes 5), since the interval over starts decides."));
        }

        return items;
    }

    private static string Pair(ModelComparison comparison) =>
        $"{Words.Name(comparison.Curve.Model)} and {Words.Name(comparison.Best.Model)} on "
            + $"{Words.Name(comparison.Curve.Stage)}";

    private static string NamesOf(IEnumerable<CurveAnalysis> curves) =>
        Words.List([.. curves.Select(curve => $"{Words.Name(curve.Key.Model)} on {Words.Name(curve.Key.Stage)}")]);

    private static string Advice(Verdict verdict) => (verdict.Kind, verdict.Cause) switch
    {
        (VerdictKind.LevelsOut or VerdictKind.Falls or VerdictKind.Held, _) => "",
        (VerdictKind.StillRising, _) =>
            "only a lower bound is known. Next: raise the ladder's highest number of clients.",
        (VerdictKind.ClientLimited, _) =>
            "only a lower bound is known, since the load generator had no CPU left. Next: give it more CPUs; until "
            + "then compare CPU time per operation, which the generator does not limit.",
        (_, UndecidedCause.Budget) =>
            "the time budget was spent before the test could decide. Next: a larger budget, or the profile `full`.",
        (_, UndecidedCause.Noise) => "the windows vary too much for the test. Next: a quiet machine, or longer levels.",
        (_, UndecidedCause.Range) => "the ladder ended too early. Next: raise its highest number of clients.",
        (_, UndecidedCause.Invalid) => "levels failed their checks. Next: look at their errors in the raw data first.",
        (_, UndecidedCause.Interrupted) => "the run was interrupted. Next: run it again to its end.",
        (_, UndecidedCause.NoData) => "nothing was measured. Next: look at the events of the run.",
        _ => "the data does not decide. Next: a larger budget, or the profile `full`.",
    };
}
