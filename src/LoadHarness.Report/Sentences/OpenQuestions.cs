using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sentences;

/// <summary>What could not be concluded, and what to run next to conclude it: stage by stage.</summary>
internal static class OpenQuestions
{
    /// <summary>From here on more starts are no advice: the difference is at the margin itself.</summary>
    private const double MostStarts = 50;

    /// <summary>Curves and comparisons with the same question and answer are one; empty when all is decided.</summary>
    public static IReadOnlyList<OpenQuestion> Of(ReportPart part) =>
    [
        .. part.Stages.SelectMany(stage => Merged(
        [
            .. part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>()
                .SelectMany(curve => OfCurve(part.Run.Manifest, curve)),
            .. part.Comparisons.Where(one => string.Equals(one.Curve.Stage, stage, StringComparison.Ordinal))
                .Where(one => one.Verdict == ComparisonVerdict.Undecided).Select(OfComparison),
        ])),
    ];

    private static IEnumerable<OpenQuestion> Merged(IEnumerable<OpenQuestion> questions) => questions
        .GroupBy(question => question with { Models = "" })
        .Select(same => same.Key with { Models = Words.List([.. same.Select(question => question.Models)]) });

    private static IEnumerable<OpenQuestion> OfCurve(RunManifest manifest, CurveAnalysis curve)
    {
        OpenQuestion Ask(string what, string why, string next) =>
            new(curve.Key.Stage, Words.Name(curve.Key.Model), what, why, next);
        if (Advice(manifest, curve) is { Length: > 0 } next)
        {
            yield return Ask(
                curve.Verdict.Kind == VerdictKind.Undecided ? "where it levels out" : "what it can do at most",
                curve.Verdict.Kind == VerdictKind.ClientLimited
                    ? "the load generator was at its limit" : curve.Verdict.Reason, next);
        }

        if (curve.Verdict.Limit == LimitKind.Undecided)
        {
            yield return Ask("whose limit it is", "the tests do not tell the server from the load generator",
                "more CPUs for the generator, a quiet machine or longer levels; until then compare CPU per operation");
        }
    }

    private static string Advice(RunManifest manifest, CurveAnalysis curve)
    {
        var verdict = curve.Verdict;
        return (verdict.Kind, verdict.Cause) switch
        {
            (VerdictKind.LevelsOut or VerdictKind.Falls or VerdictKind.Held, _) => "",
            (VerdictKind.StillRising, _) or (_, UndecidedCause.Range) =>
                $"a ladder that goes on to {Words.Plural(2L * verdict.HighestClients, "client")} (`load.max_clients`)",
            (VerdictKind.ClientLimited, _) =>
                "more CPUs for the load generator; until then compare CPU time per operation, which it does not limit",
            (_, UndecidedCause.Budget) => $"a budget above {NumberText.Count((long)manifest.PlannedBudget_s)} s "
                + "(`--budget`), or the profile `full`",
            (_, UndecidedCause.Noise) => Quieter(manifest.Rules, curve),
            (_, UndecidedCause.Invalid) => "first look at what failed, in the raw data; then run it again",
            (_, UndecidedCause.Interrupted) => "the same run, to its end",
            (_, UndecidedCause.NoData) => "look at the events of the run: no client got an answer",
            _ => "a larger budget, or the profile `full`",
        };
    }

    /// <summary>Noise is answered with windows: so many as the plateau test needs at the highest level.</summary>
    private static string Quieter(MeasuringRules rules, CurveAnalysis curve)
    {
        var last = curve.Levels[^1];
        var wanted = SampleSize.Windows(last.WindowCv, rules.Delta);
        return wanted > rules.MaxWindows
            ? $"levels of about {Words.Plural(wanted, "window")} (`max_windows`; at most "
                + $"{NumberText.Count(rules.MaxWindows)} in this run), or a quieter machine"
            : "a quieter machine, or longer levels";
    }

    private static OpenQuestion OfComparison(ModelComparison one)
    {
        var wanted = one.StartsWanted;
        var next = one.RestsOnLowerBound ? "first what the capacities themselves take, above"
            : wanted <= MostStarts ? $"about {Words.Plural(wanted, "start")} of each (`repetitions`)"
            : wanted > MostStarts ? "nothing: they differ by about the margin, and more starts will hardly tell"
            : "more starts of each (`repetitions`)";
        return new OpenQuestion(
            one.Curve.Stage, Words.Name(one.Curve.Model), $"whether it differs from {Words.Name(one.Best.Model)}",
            one.RestsOnLowerBound ? "a capacity is only a lower bound" : "the interval reaches over the margin", next);
    }
}
