using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;
using LoadHarness.Results;

using Columns = LoadHarness.Results.Columns.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>The method in short, with the rules of the runs, and what every column means.</summary>
internal static class MethodSection
{
    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        yield return new HeadingBlock(2, "6. Method in short");
        foreach (var run in parts.GroupBy(part => part.Run.Manifest.Rules).ToList())
        {
            var names = run.Select(part => Words.Name(part.Run.Manifest.Scenario)).Distinct(StringComparer.Ordinal)
                .ToList();
            yield return new ParagraphBlock($"Rules of {Words.List(names)}:");
            yield return new ListBlock([.. Rules(run.Key).Select(rule => new ListItem(rule.Lead, rule.Text))]);
        }

        yield return new DetailsBlock(
            "Words", [new ListBlock([.. Glossary().Select(word => new ListItem(word.Lead, word.Text))])]);
        yield return new DetailsBlock("Columns of levels.csv", [new TableBlock(ColumnsTable.Legend(Columns.Levels))]);
        yield return new DetailsBlock("Columns of clients.csv", [new TableBlock(ColumnsTable.Legend(Columns.Clients))]);
        yield return new DetailsBlock("Columns of windows.csv", [new TableBlock(ColumnsTable.Legend(Columns.Windows))]);
        yield return new DetailsBlock(
            "Columns of resources.csv", [new TableBlock(ColumnsTable.Legend(Columns.Resources))]);
        yield return new DetailsBlock("Columns of events.csv", [new TableBlock(ColumnsTable.Legend(Columns.Events))]);
    }

    private static IEnumerable<(string Lead, string Text)> Rules(MeasuringRules rules)
    {
        var hasLadder = rules.Open is not { ReplacesClients: true };
        if (hasLadder) yield return ("Load", Load(rules));
        if (hasLadder) yield return ("Ladder", Ladder(rules));
        if (rules.Open is { } open) yield return ("Offered load", OpenWords.Rule(open));
        var range = $"{NumberText.Count(rules.MinWindows)} to {NumberText.Count(rules.MaxWindows)}";
        var end = hasLadder
            ? $". A level ends when the 95 % interval is within ±{Words.Share(rules.HalfWidthGoal)} of the mean, with "
                + $"{range} windows."
            : $", {range} of them at a level.";
        yield return ("Windows",
            $"{NumberText.Of(rules.Window_s, Quantity.Time_s)} each{end} "
            + $"A window is dropped when others use more than {Words.Share(rules.DisturbedShare)} of the machine, and "
            + "on that evidence alone.");
        if (hasLadder) yield return ("Levels out", LevelsOut(rules));
        yield return ("Repetitions",
            $"{Words.Plural(rules.Repetitions, "start")} of the server in all. With two or more, intervals are over "
                + "starts, and what the starts of the other models show counts as one start more where that narrows "
                + "them; with one they are over windows and say nothing about how restarts differ.");
        if (hasLadder)
        {
            yield return ("Comparison",
                "A model is slower or faster only if the whole 95 % interval of the ratio lies beyond ±5 %, the same "
                    + "only if it lies within; all else is undecided.");
        }

        yield return ("Validity",
            "A level is checked for Little's law, for a busy load generator, for errors and wrong answers, and for "
                + "counts that must agree. A level that fails is kept, marked, and supports a lower bound at most.");
        if (rules.ChecksCauses)
        {
            yield return ("Whose limit",
                "Where throughput levels out, the same load is put on a null server in the server's place, and the "
                + "load generator gets a thread more or extra work: what that changes shows whether the server or the "
                + "load generator is the limit.");
        }

        yield return ("Percentiles",
            "They come from merged histograms with 3 significant digits. One with fewer than 6 values beyond it is not "
                + "shown.");
    }

    private static string Load(MeasuringRules rules) =>
        "A fixed number of virtual clients, each with one operation outstanding at a time (closed loop)"
        + (rules.ThinkTime_us > 0 ? $", and a pause of {Words.Time(rules.ThinkTime_us)} between operations."
        : ", without a pause.");

    private static string Ladder(MeasuringRules rules) => rules.Levels.Count > 0
        ? $"The levels {Words.List([.. rules.Levels.Select(level => NumberText.Count(level))])} clients, given in "
        + "advance."
        : $"From {Words.Plural(rules.MinClients, "client")} up in steps of about "
        + $"{NumberText.Digits(rules.StepRatio)}, to "
            + $"{NumberText.Count(rules.MaxClients)} at most, until throughput levels out; then up to "
            + $"{Words.Plural(rules.RefineLevels, "level")} "
            + $"in between{(rules.Confirm ? ", and a longer run at the point found" : "")}.";

    private static string LevelsOut(MeasuringRules rules) =>
        $"The upper 95 % bound of the gain of a step lies below {Words.Share(rules.Delta)} (for a step of "
        + $"{NumberText.Digits(rules.StepRatio)}; scaled for others), on {Words.Plural(rules.FlatSteps, "step")} "
        + "in a row. The capacity is the pooled mean of the levelled-out levels, not the best level seen.";

    private static IEnumerable<(string Lead, string Text)> Glossary()
    {
        yield return ("Server (SUT)", "the system under test: the server process that is measured.");
        yield return ("Level", "a number of clients that use the server at the same time.");
        yield return ("Window", "a slice of a level's time; the scatter of windows gives the interval of a level.");
        yield return ("Start", "one start of the server; the scatter of starts gives the interval of a capacity.");
        yield return ("95 % interval", "made so that in 95 of 100 such measurements it would contain the true mean.");
        yield return ("Jain's index",
            "fairness over clients: 1 when all get the same, 1/N when one of N gets everything.");
        yield return ("Little's law",
            "clients = throughput × (latency + think time): holds in every correct measurement.");
        yield return ("Closed and open loop",
            "in a closed loop a client waits for its answer before it asks again; in an open loop operations are due "
                + "by the clock, as users come who know nothing of each other.");
        yield return ("Median and percentiles",
            "half of the operations took at most the median; 99 % at most the 99th percentile.");
    }
}
