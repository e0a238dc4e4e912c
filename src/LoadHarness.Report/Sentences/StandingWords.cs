using LoadHarness.Analysis.Comparing;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Says for each piece of work which model is ahead, and what goes with being behind.</summary>
internal static class StandingWords
{
    /// <summary>From this factor on, what held clients cost counts as different: it has no interval.</summary>
    private const double Clear = 1.25;

    /// <summary>One item for each piece of work.</summary>
    public static IReadOnlyList<ListItem> Of(IReadOnlyList<WorkColumn> works) =>
        [.. works.Select(work => new ListItem(
            work.Header, work.Standing.IsHeld ? Held(work.Standing) : Searched(work.Standing)))];

    private static string Searched(WorkStanding work)
    {
        var (best, slower) = (work.Models[0], work.Those(StandingKind.Behind));
        var isAlone = slower.Count == work.Models.Count - 1;
        var lead = $"{Words.Name(best.Model)} {(isAlone ? "is ahead" : "has the highest estimate")}, "
            + CapacityWords.Of(best.Curve.Verdict);
        var behind = Words.List([.. slower.Select(model => Words.Name(model.Model))]);
        return slower.Count == 0
            ? $"{lead}. No other is shown to be behind."
            : $"{lead}. Behind: {behind}. {Why(work, slower.Count)}";
    }

    private static string Why(WorkStanding work, int slower)
    {
        var reasons = work.Differences.Select(difference => Difference(difference, slower)).ToList();
        return reasons.Count == 0
            ? "Nothing that was measured differs by more than a quarter."
            : $"What goes with it: {string.Join("; ", reasons)}.";
    }

    private static string Difference(CostDifference difference, int slower)
    {
        var who = difference.Models.Count == slower && slower > 1
            ? "all of them"
            : Words.List([.. difference.Models.Select(Words.Name)]);
        return who + " " + CostWords.Say(difference.Name, difference.Lowest, difference.Highest, difference.Best,
            isPlural: difference.Models.Count > 1);
    }

    private static string Held(WorkStanding work)
    {
        var known = work.Models.Where(model => double.IsFinite(model.Cost!.Memory_bytes)).ToList();
        if (known.Count < 2) return "What one more waiting client costs is known of fewer than two models.";
        var costs = known.Select(model =>
            $"{Words.Name(model.Model)} {HoldWords.PerClient(model.Cost!.Memory_bytes, model.Cost.Threads)}");
        var (least, most) = (known[0].Cost!.Memory_bytes, known[^1].Cost!.Memory_bytes);
        var apart = least > 0 && most >= Clear * least
            ? $" That is a factor of {NumberText.Digits(most / least, 2)} in memory between the first and the last."
            : " In memory no difference between them is shown.";
        return $"What one more waiting client costs, the least memory first: {string.Join("; ", costs)}.{apart}";
    }
}
