using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings.Analysers;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings;

/// <summary>All analysers, in the order in which their findings stand.</summary>
internal static class FindingAnalysers
{
    private static readonly Func<FindingContext, IEnumerable<Finding>>[] _analysers =
    [
        RunEndAnalyser.Analyse,
        VerdictAnalyser.Analyse,
        LimitAnalyser.Analyse,
        LevelCheckAnalyser.Analyse,
        ErrorAnalyser.Analyse,
        HistoryAnalyser.Analyse,
        CpuBoundAnalyser.Analyse,
        SingleThreadAnalyser.Analyse,
        FlushAnalyser.Analyse,
        TimeShareAnalyser.Analyse,
        WaitingAnalyser.Analyse,
        MemoryAnalyser.Analyse,
        NetworkAnalyser.Analyse,
        FairnessAnalyser.Analyse,
        WorkerAnalyser.Analyse,
        CpuPerOperationAnalyser.Analyse,
        GroupCommitAnalyser.Analyse,
        LawAnalyser.Analyse,
        LatencyGrowthAnalyser.Analyse,
        OverloadAnalyser.Analyse,
        OpenLoadAnalyser.Analyse,
        DelayedAcknowledgementAnalyser.Analyse,
        OperationTypeAnalyser.Analyse,
        ModelAnalyser.Analyse,
        ModelCauseAnalyser.Analyse,
        CheckpointAnalyser.Analyse,
        StabilityAnalyser.Analyse,
        NoiseAnalyser.Analyse,
        UnexplainedAnalyser.Analyse,
    ];

    public static IReadOnlyList<Finding> Run(
        StoredRun run,
        IReadOnlyList<CurveAnalysis> curves,
        IReadOnlyList<OpenCurve> open,
        IReadOnlyList<ModelComparison> comparisons)
    {
        var found = new List<Finding>();
        foreach (var analyse in _analysers)
            found.AddRange(analyse(new FindingContext(run, curves, open, comparisons, [.. found])));
        return found;
    }
}
