using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Causes;

/// <summary>Makes the analysis of who was the limit from the visits that asked.</summary>
public static class CauseAnalyser
{
    /// <summary>Puts the tests together. A test that changes the generator itself outweighs the ceiling.</summary>
    /// <param name="visits">Visits of one curve, in order of time; others than those that ask are left out.</param>
    public static CauseAnalysis Of(IEnumerable<CauseVisit> visits)
    {
        var asked = visits.Where(v => v.Phase is LevelPhase.Cause or LevelPhase.Ceiling).ToList();
        var causes = asked.Where(v => v.Phase == LevelPhase.Cause).ToList();
        if (causes.Count == 0) return CauseAnalysis.None;
        var kinds = causes.GroupBy(v => (v.GeneratorThreads, v.ExtraWork_ns)).OrderBy(kind => kind.Key)
            .Select(kind => kind.ToList()).ToList();
        var spread = VisitSpread.Of(kinds);
        var plain = kinds[0];
        var throughput = spread.Pool(plain);
        var ceiling = asked.Where(v => v.Phase == LevelPhase.Ceiling).ToList();
        var analysis = new CauseAnalysis
        {
            Clients = causes[0].Clients,
            Throughput = ToInterval(throughput, plain),
            GeneratorShare = plain.Max(v => v.GeneratorShare),
            Ceiling = ToInterval(CauseVisit.Pool(ceiling), ceiling),
            Doses = [.. Doses(kinds, throughput, spread)],
            MoreGain = kinds[^1][0].GeneratorThreads == plain[0].GeneratorThreads
                ? MeanEstimate.Unknown
                : MeanEstimate.LogRatio(spread.Pool(kinds[^1]), throughput),
            UnsoundVisits = asked.Count(v => !v.IsSound),
        };
        var (limit, proof) = analysis.UnsoundVisits > 0
            ? (LimitKind.Undecided, LimitProof.None)
            : Decide(analysis, throughput, CauseVisit.Pool(ceiling));
        return analysis with { Limit = limit, Proof = proof };
    }

    private static (LimitKind Limit, LimitProof Proof) Decide(
        CauseAnalysis analysis, MeanEstimate throughput, MeanEstimate ceiling)
    {
        var byThread = MoreGeneratorsTest.Decide(analysis.MoreGain);
        if (byThread is LimitKind.Server or LimitKind.Client) return (byThread, LimitProof.MoreGenerators);
        var byWork = ExtraWorkTest.Decide(analysis.Doses, analysis.GeneratorShare);
        if (byWork is LimitKind.Server or LimitKind.Client) return (byWork, LimitProof.ExtraWork);
        return CeilingTest.IsProof(throughput, ceiling, analysis.GeneratorShare)
            ? (LimitKind.Server, LimitProof.Ceiling)
            : (LimitKind.Undecided, LimitProof.None);
    }

    private static IEnumerable<DoseEffect> Doses(
        List<List<CauseVisit>> kinds, MeanEstimate throughput, VisitSpread spread)
    {
        var plain = kinds[0];
        var cpu_ns = plain.Average(v => v.GeneratorCpu_ns);
        return kinds.Skip(1).Where(dose => dose[0].GeneratorThreads == plain[0].GeneratorThreads)
            .Select(dose => new DoseEffect(
                (dose[0].ExtraWork_ns - plain[0].ExtraWork_ns) / cpu_ns,
                MeanEstimate.LogRatio(throughput, spread.Pool(dose))));
    }

    private static Interval ToInterval(MeanEstimate throughput, List<CauseVisit> visits) =>
        throughput.ToThroughput(visits.Sum(v => v.Windows_per_s.Count));
}
