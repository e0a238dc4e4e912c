using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Results;

namespace LoadHarness.Analysis;

/// <summary>From stored runs to conclusions. Pure: the same run always gives the same analysis.</summary>
public static class Analyser
{
    /// <summary>Analyses several runs for one report, in the order given.</summary>
    public static IReadOnlyList<RunAnalysis> Analyse(IEnumerable<StoredRun> runs) => [.. runs.Select(Analyse)];

    /// <summary>Analyses one run.</summary>
    public static RunAnalysis Analyse(StoredRun run)
    {
        var curves = CurveAnalyser.Of(run);
        var open = OpenLoopAnalyser.Of(run, curves);
        var comparisons = ModelComparer.Compare(curves, run.Manifest.Rules.Delta);
        return new RunAnalysis
        {
            Run = run,
            Curves = curves,
            Open = open,
            Comparisons = comparisons,
            Findings = FindingAnalysers.Run(run, curves, open, comparisons),
        };
    }
}
