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
                + $"({CapacityWords.Rate(Phrase.Capacity(f, stage))})");
        return $"On {Phrase.Models(f)}, {Words.Name(stages[0])} is the fastest operation with "
            + Words.Stop($"{CapacityWords.Rate(Phrase.Capacity(f, stages[0]))}; {Words.List([.. others])}")
            + Phrase.Notes(f.Notes.Select(Words.Name), "Lower bounds only: ");
    }

    public static string ModelsDiffer(Finding f) => Ranking(f) + Basis(f);

    public static string ModelsAlike(Finding f) =>
        "No difference between the models is established. " + Ranking(f) + Basis(f);

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

    /// <summary>What the intervals rest on, each reason once; the first note is about the best model itself.</summary>
    private static string Basis(Finding f)
    {
        var reasons = f.Notes.Skip(1).Select(note => note.Split(": ", 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[1], parts => Words.Name(parts[0]), StringComparer.Ordinal).ToList();
        return Phrase.Notes(
            reasons.Select(same => reasons.Count == 1 ? same.Key : $"{same.Key} ({Words.List([.. same])})"), "Basis: ");
    }

    private static string Ranking(Finding f)
    {
        var models = f.Subjects.Select(subject => subject.Model).Distinct(StringComparer.Ordinal).ToList();
        if (models.Count == 0) return "";
        var others = models.Skip(1).Select(model => $"{Words.Name(model)} {RatioOf(f, model)}").ToList();
        var first =
            $"{Words.Name(models[0])} has the highest estimate, {CapacityWords.Rate(Phrase.Capacity(f, models[0]))}.";
        return others.Count == 0 ? first
            : $"{first} As a ratio to it, with 95 % intervals: {Words.List([.. others])}.";
    }

    private static string RatioOf(Finding f, string model) => IntervalText.Ratio(new Interval(
        f.Number("ratio", model), f.Number("ratio_low", model), f.Number("ratio_high", model), 0, IntervalBasis.None));

    private static string Against(Finding f, string name, string best, string other)
    {
        var (mine, theirs) = (f.Number(name, other), f.Number(name, best));
        if (!double.IsFinite(mine) || !double.IsFinite(theirs)) return "";
        return CostWords.Say(name, mine, mine, theirs, isPlural: false);
    }
}
