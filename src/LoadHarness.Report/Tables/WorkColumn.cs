using LoadHarness.Analysis.Comparing;

namespace LoadHarness.Report.Tables;

/// <summary>One piece of work as a column of the tables that set the models side by side.</summary>
/// <param name="Part">The part of the report it belongs to.</param>
/// <param name="Header">What tells it apart from the other columns.</param>
/// <param name="Standing">How the models stand.</param>
internal sealed record WorkColumn(ReportPart Part, string Header, WorkStanding Standing)
{
    /// <summary>All work of the report that two models did, in its order.</summary>
    public static IReadOnlyList<WorkColumn> Of(IReadOnlyList<ReportPart> parts) =>
        [.. parts.SelectMany(part => WorkStandings.Of(part.Analysis)
            .Where(work => string.Equals(work.Workload, part.Workload, StringComparison.Ordinal))
            .Select(work => new WorkColumn(
                part, part.Stages.Count == 1 ? part.Title : $"{part.Title} {work.Stage}", work)))];

    /// <summary>A model on it; null when it was not measured, or in vain.</summary>
    public ModelStanding? Find(string model) =>
        Standing.Models.FirstOrDefault(one => string.Equals(one.Model, model, StringComparison.Ordinal));
}
