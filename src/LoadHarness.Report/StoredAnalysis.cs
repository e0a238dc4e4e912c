using LoadHarness.Analysis;
using LoadHarness.Analysis.Thresholds;
using LoadHarness.Results;

namespace LoadHarness.Report;

/// <summary>Reads a run from its folder and analyses it, with the baselines that its thresholds name.</summary>
public static class StoredAnalysis
{
    /// <summary>The analysis of a run folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ResultsException">It cannot be read. A baseline that cannot be read leaves its threshold
    /// undecided.</exception>
    public static RunAnalysis Read(string folder)
    {
        var analysis = Analyser.Analyse(RunReader.Read(folder));
        return analysis with { Thresholds = ThresholdJudge.Judge(analysis, Baseline) };
    }

    private static RunAnalysis? Baseline(string folder)
    {
        try
        {
            return Analyser.Analyse(RunReader.Read(folder));
        }
        catch (ResultsException)
        {
            return null;
        }
    }
}
