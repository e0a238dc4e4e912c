using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>
/// The models over the workloads: who is ahead where, and what goes with it. Only where two workloads share a model
/// that can be compared.
/// </summary>
internal static class StandingsSection
{
    private const string CountsLegend =
        "How often each model stands where. Highest: it has the highest estimate. Same: the whole interval of its "
            + "ratio to that lies within 5 %. Behind: all of it lies below. No difference shown: the interval holds "
            + "1, or there is none. Not decided: it does not, but rests on a lower bound or reaches over the 5 %.";

    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        var works = WorkColumn.Of(parts);
        if (!IsShared(works)) yield break;
        yield return new HeadingBlock(3, "The models over the workloads");
        yield return new ListBlock(StandingWords.Of(works));
        var searched = works.Where(work => !work.Standing.IsHeld).ToList();
        if (searched.Count > 0)
        {
            yield return new ParagraphBlock(CountsLegend);
            yield return new TableBlock(StandingsTable.Counts(searched));
            yield return new ParagraphBlock("Capacity, operations/s, with its 95 % interval:");
            yield return new TableBlock(StandingsTable.Capacity(searched));
            yield return new ParagraphBlock("Ratio to the best model of the same work, with its 95 % interval:");
            yield return new TableBlock(StandingsTable.Ratio(searched));
            yield return new ParagraphBlock("CPU time of the server per operation at its capacity:");
            yield return new TableBlock(StandingsTable.Cpu(searched));
        }

        var held = works.Where(work => work.Standing.IsHeld).ToList();
        if (held.Count == 0) yield break;
        yield return new ParagraphBlock("What one more waiting client costs the server:");
        yield return new TableBlock(StandingsTable.Held(held));
    }

    private static bool IsShared(IReadOnlyList<WorkColumn> works) => works
        .SelectMany(work => work.Standing.Models.Select(model => (model.Model, work.Part)))
        .GroupBy(model => model.Model, StringComparer.Ordinal)
        .Any(model => model.Select(one => one.Part).Distinct().Count() > 1);
}
