using LoadHarness.Analysis.Comparing;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Comparing;

/// <summary>Tells what two runs have to do with each other.</summary>
public static class RunComparisonDocument
{
    private const double ManyStarts = 1000;

    /// <summary>The document: no format and no file.</summary>
    public static IReadOnlyList<Block> Of(RunComparison comparison)
    {
        var blocks = new List<Block> { new ParagraphBlock(Introduction(comparison)) };
        blocks.AddRange(comparison.Circumstances.Select(text => new WarningBlock(text)));
        blocks.AddRange(comparison.Unmatched.Select(curve => new WarningBlock(
            $"Only one of the runs has {Words.Name(curve.Stage)} on {Words.Name(curve.Model)}.")));
        if (comparison.Differences.Count == 0)
            return [.. blocks, new ParagraphBlock("There is nothing that both runs have measured.")];
        blocks.Add(new TableBlock(Table(comparison)));
        blocks.Add(new ParagraphBlock(Legend(comparison.Margin)));
        blocks.Add(new ParagraphBlock(Conclusion(comparison)));
        return blocks;
    }

    private static string Introduction(RunComparison comparison) =>
        $"{Words.Capital(Run(comparison.After))}, compared with {Run(comparison.Before)}. The runs were made one after "
        + "the other: what changed on the machine in between is part of every ratio.";

    private static string Run(RunManifest run) => $"run {Words.Name(run.RunId)} of {Words.Name(run.Scenario)}";

    private static ReportTable Table(RunComparison comparison) => ReportTable.Of(
        comparison.Differences,
        new("Operation", false, difference => difference.Key.Stage),
        new("Model", false, difference => Words.Name(difference.Key.Model)),
        new("Before, operations/s", true, difference => VerdictText.Capacity(difference.Before.Verdict)),
        new("After, operations/s", true, difference => VerdictText.Capacity(difference.After.Verdict)),
        new("After / before", true, difference => IntervalText.Ratio(difference.Capacity.Ratio)),
        new("Verdict", false, difference => ComparisonText.Of(difference.Verdict)),
        new("p, Mann-Whitney", true, difference => NumberText.Digits(difference.Capacity.MannWhitneyP, 2)),
        new("CPU per operation, after / before", true,
            difference => NumberText.Digits(difference.CpuPerOperationRatio)),
        new("Basis", false, Basis));

    private static string Basis(RunDifference difference)
    {
        var wanted = difference.Capacity.StartsWanted;
        if (difference.Verdict != ComparisonVerdict.Undecided || double.IsNaN(wanted)) return difference.Reason;
        var text = wanted < ManyStarts
            ? $"about {Words.Plural(wanted, "start")} on either side should decide"
            : "the ratio lies at the margin: no sensible number of starts decides";
        return $"{difference.Reason}; {text}";
    }

    private static string Legend(double margin)
    {
        var share = Words.Share(margin);
        return "Ratio: capacity after over capacity before, with its 95 % interval over starts of the server; ≥ marks "
            + $"a lower bound. Faster and slower: the whole interval lies beyond {share}, and so it does when all rows "
            + $"are tested together (Holm). Same: the whole interval lies within {share}. All else is undecided.";
    }

    private static string Conclusion(RunComparison comparison)
    {
        var told = new[]
        {
            (ComparisonVerdict.Slower, "slower"), (ComparisonVerdict.Faster, "faster"),
            (ComparisonVerdict.Same, "the same"), (ComparisonVerdict.Undecided, "undecided"),
        };
        return string.Join(" ", told.Select(one => Sentence(comparison, one.Item1, one.Item2))
            .Where(text => text.Length > 0));
    }

    private static string Sentence(RunComparison comparison, ComparisonVerdict verdict, string word)
    {
        var found = comparison.Differences.Where(difference => difference.Verdict == verdict)
            .Select(difference => $"{Words.Name(difference.Key.Stage)} on {Words.Name(difference.Key.Model)}").ToList();
        return found.Count == 0 ? "" : $"{Words.Capital(word)}: {Words.List(found)}.";
    }
}
