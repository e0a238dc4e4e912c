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
        var (work_ns, threads) = (causes.Min(v => v.ExtraWork_ns), causes.Min(v => v.GeneratorThreads));
        var plain = causes.Where(v => v.ExtraWork_ns == work_ns && v.GeneratorThreads == threads).ToList();
        var more = causes.Where(v => v.ExtraWork_ns == work_ns && v.GeneratorThreads > threads).ToList();
        var ceiling = asked.Where(v => v.Phase == LevelPhase.Ceiling).ToList();
        var throughput = CauseVisit.Pool(plain);
        var analysis = new CauseAnalysis
        {
            Clients = causes[0].Clients,
            Throughput = ToInterval(throughput, plain),
            GeneratorShare = plain.Max(v => v.GeneratorShare),
            Ceiling = ToInterval(CauseVisit.Pool(ceiling), ceiling),
            Doses = [.. Doses(causes.Where(v => v.GeneratorThreads == threads), plain, throughput)],
            MoreGain = more.Count == 0
                ? MeanEstimate.Unknown : MeanEstimate.LogRatio(CauseVisit.Pool(more), throughput),
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
        if (MoreGeneratorsTest.Decide(analysis.MoreGain) is LimitKind.Server or LimitKind.Client)
            return (MoreGeneratorsTest.Decide(analysis.MoreGain), LimitProof.MoreGenerators);
        if (ExtraWorkTest.Decide(analysis.Doses) is LimitKind.Server or LimitKind.Client)
            return (ExtraWorkTest.Decide(analysis.Doses), LimitProof.ExtraWork);
        return CeilingTest.IsProof(throughput, ceiling, analysis.GeneratorShare)
            ? (LimitKind.Server, LimitProof.Ceiling)
            : (LimitKind.Undecided, LimitProof.None);
    }

    private static IEnumerable<DoseEffect> Doses(
        IEnumerable<CauseVisit> causes, List<CauseVisit> plain, MeanEstimate throughput)
    {
        var cpu_ns = plain.Average(v => v.GeneratorCpu_ns);
        return causes.Where(v => v.ExtraWork_ns > plain[0].ExtraWork_ns).GroupBy(v => v.ExtraWork_ns)
            .OrderBy(dose => dose.Key)
            .Select(dose => new DoseEffect(
                (dose.Key - plain[0].ExtraWork_ns) / cpu_ns,
                MeanEstimate.LogRatio(throughput, CauseVisit.Pool(dose))));
    }

    private static Interval ToInterval(MeanEstimate throughput, List<CauseVisit> visits) =>
        throughput.ToThroughput(visits.Sum(v => v.Windows_per_s.Count));
}
