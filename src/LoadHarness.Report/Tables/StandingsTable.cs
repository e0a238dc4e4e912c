using LoadHarness.Analysis.Comparing;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>Models side by side: a row for each model, a column for each piece of work.</summary>
internal static class StandingsTable
{
    /// <summary>How often each model stands where.</summary>
    public static ReportTable Counts(IReadOnlyList<WorkColumn> works) => ReportTable.Of(
        Models(works),
        new("Model", false, Words.Name),
        new("Measured on", true, model => NumberText.Count(works.Count(work => work.Find(model) is not null))),
        new("Highest", true, model => Count(works, model, StandingKind.Highest)),
        new("Same within 5 %", true, model => Count(works, model, StandingKind.Same)),
        new("Behind", true, model => Count(works, model, StandingKind.Behind)),
        new("No difference shown", true, model => Count(works, model, StandingKind.NoDifference)),
        new("Not decided", true, model => Count(works, model, StandingKind.Open)));

    /// <summary>Capacities.</summary>
    public static ReportTable Capacity(IReadOnlyList<WorkColumn> works) =>
        Matrix(works, model => VerdictText.Capacity(model.Curve.Verdict));

    /// <summary>Capacities as ratios to the best's.</summary>
    public static ReportTable Ratio(IReadOnlyList<WorkColumn> works) => Matrix(works, model => AnswerTable.Ratio(
        model.Comparison));

    /// <summary>CPU time per operation.</summary>
    public static ReportTable Cpu(IReadOnlyList<WorkColumn> works) =>
        Matrix(works, model => AnswerTable.CpuPerOperation(model.Curve));

    /// <summary>What held clients cost.</summary>
    public static ReportTable Held(IReadOnlyList<WorkColumn> works) => Matrix(works, model =>
        HoldWords.PerClient(model.Cost!.Memory_bytes, model.Cost.Threads) is { Length: > 0 } text
            ? text : NumberText.None);

    private static ReportTable Matrix(IReadOnlyList<WorkColumn> works, Func<ModelStanding, string> cell) =>
        ReportTable.Of(Models(works),
        [
            new("Model", false, Words.Name),
            .. works.Select(work => new TableColumn<string>(
                work.Header, true, model => work.Find(model) is { } found ? cell(found) : NumberText.None)),
        ]);

    private static string Count(IReadOnlyList<WorkColumn> works, string model, StandingKind kind) =>
        NumberText.Count(works.Count(work => work.Find(model)?.Kind == kind));

    private static IEnumerable<string> Models(IReadOnlyList<WorkColumn> works) => works[0].Part.AllModels
        .Where(model => works.Any(work => work.Find(model) is not null));
}
