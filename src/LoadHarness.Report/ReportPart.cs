using LoadHarness.Analysis;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Results;

namespace LoadHarness.Report;

/// <summary>One workload of one run: the unit in which the report is told.</summary>
public sealed record ReportPart
{
    /// <summary>The run with its conclusions.</summary>
    public required RunAnalysis Analysis { get; init; }

    /// <summary>The workload.</summary>
    public required string Workload { get; init; }

    /// <summary>What tells it apart from the other parts, fit for a file name.</summary>
    public required string Slug { get; init; }

    /// <summary>What tells it apart from the other parts, for people.</summary>
    public required string Title { get; init; }

    /// <summary>All models of the report, in a fixed order: the index is the style in figures.</summary>
    public required IReadOnlyList<string> AllModels { get; init; }

    /// <summary>The run.</summary>
    public StoredRun Run => Analysis.Run;

    /// <summary>Where the raw files are, relative to the project.</summary>
    public string Folder => $"results/{Run.Manifest.Scenario}/{Run.Manifest.RunId}/";

    /// <summary>Curves of the workload.</summary>
    public IReadOnlyList<CurveAnalysis> Curves => [.. Analysis.Curves.Where(curve => IsOfWorkload(curve.Key))];

    /// <summary>Latency against offered load of the workload.</summary>
    public IReadOnlyList<OpenCurve> Open => [.. Analysis.Open.Where(curve => IsOfWorkload(curve.Key))];

    /// <summary>All stages and models that were measured, by clients or by rates.</summary>
    public IReadOnlyList<CurveKey> Keys =>
        [.. Curves.Select(curve => curve.Key).Concat(Open.Select(curve => curve.Key)).Distinct()];

    /// <summary>Models of the workload, in the order of <see cref="AllModels"/>.</summary>
    public IReadOnlyList<string> Models =>
        [.. AllModels.Where(model => Keys.Any(key => Same(key.Model, model)))];

    /// <summary>Stages of the workload, in the order in which they were measured.</summary>
    public IReadOnlyList<string> Stages =>
        [.. Keys.Select(key => key.Stage).Distinct(StringComparer.Ordinal)];

    /// <summary>Comparisons of the workload.</summary>
    public IEnumerable<ModelComparison> Comparisons =>
        Analysis.Comparisons.Where(comparison => IsOfWorkload(comparison.Curve));

    /// <summary>Findings about the workload alone.</summary>
    public IEnumerable<Finding> Findings => Analysis.Findings.Where(
        finding => finding.Subjects.Count > 0 && finding.Subjects.All(IsOfWorkload));

    /// <summary>The curve of a model in a stage, or null.</summary>
    public CurveAnalysis? Curve(string model, string stage) =>
        Curves.FirstOrDefault(curve => Same(curve.Key.Model, model) && Same(curve.Key.Stage, stage));

    /// <summary>Index of a model in the figures' palette.</summary>
    public int Style(string model) => AllModels.TakeWhile(name => !Same(name, model)).Count();

    private bool IsOfWorkload(CurveKey key) => Same(key.Workload, Workload);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
