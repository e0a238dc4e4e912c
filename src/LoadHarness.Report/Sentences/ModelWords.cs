using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words how operation types and models differ.</summary>
internal static class ModelWords
{
    public static string OperationsDiffer(Finding f)
    {
        var stages = f.Subjects.Select(subject => subject.Stage).ToList();
        if (stages.Count == 0) return "Operation types differ.";
        var others = stages.Skip(1).Select(stage =>
            $"{Words.Name(stage)} reaches {NumberText.Digits(f.Number("ratio", stage), 2)} of that "
                + $"({Words.Rate(f.Number("capacity_per_s", stage))})");
        return $"On {Phrase.Models(f)}, {Words.Name(stages[0])} is the fastest operation with "
            + Words.Stop($"{Words.Rate(f.Number("capacity_per_s", stages[0]))}; {Words.List([.. others])}")
            + Phrase.Notes(f.Notes.Select(Words.Name), "Lower bounds only: ");
    }

    public static string ModelsDiffer(Finding f) => Ranking(f, "has the highest capacity") + Basis(f);

    public static string ModelsAlike(Finding f) =>
        "No difference between the models is established. " + Ranking(f, "has the highest estimate") + Basis(f);

    public static string Causes(IReadOnlyList<Finding> findings) => string.Join(" ", findings
        .Where(f => f.Subjects.Count > 1)
        .GroupBy(f => f.Subjects[0].Model, StringComparer.Ordinal)
        .Select(best => $"What goes with it, compared with {Words.Name(best.Key)}: "
        + $"{string.Join("; ", best.Select(Cause))}."));

    private static string Cause(Finding f)
    {
        var (best, other) = (f.Subjects[0].Model, f.Subjects[1].Model);
        var parts = f.Notes.Select(name => Against(f, name, best, other)).Where(part => part.Length > 0).ToList();
        return parts.Count == 0
            ? $"for {Words.Name(other)} nothing that was measured differs by more than a quarter"
            : $"{Words.Name(other)} {Words.List(parts)}";
    }

    /// <summary>What the intervals rest on; the first note is about the best model itself.</summary>
    private static string Basis(Finding f) => Phrase.Notes(f.Notes.Skip(1), "Basis: ");

    private static string Ranking(Finding f, string lead)
    {
        var models = f.Subjects.Select(subject => subject.Model).Distinct(StringComparer.Ordinal).ToList();
        if (models.Count == 0) return "";
        var others = models.Skip(1).Select(model => $"{Words.Name(model)} reaches {RatioOf(f, model)} of it").ToList();
        var first = $"{Words.Name(models[0])} {lead}, {Words.Rate(f.Number("capacity_per_s", models[0]))}";
        return others.Count == 0 ? first + "." : $"{first}; {Words.List(others)}.";
    }

    private static string RatioOf(Finding f, string model)
    {
        var ratio = new Interval(
            f.Number("ratio", model), f.Number("ratio_low", model), f.Number("ratio_high", model), 0,
                IntervalBasis.None);
        var text = IntervalText.Ratio(ratio);
        return ratio.IsKnown ? text.Replace("(", "(95 % interval ", StringComparison.Ordinal) : text + " (no interval)";
    }

    private static string Against(Finding f, string name, string best, string other)
    {
        var (mine, theirs) = (f.Number(name, other), f.Number(name, best));
        if (!double.IsFinite(mine) || !double.IsFinite(theirs)) return "";
        return CostWords.Say(name, mine, mine, theirs, isPlural: false);
    }
}
