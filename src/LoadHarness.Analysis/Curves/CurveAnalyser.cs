using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Curves;

/// <summary>Makes the analysis of one curve from its visits.</summary>
internal static class CurveAnalyser
{
    /// <summary>
    /// The curves of a run in the order in which it visited them first; each is worked out on its own, so several at a
    /// time give the same as one after the other.
    /// </summary>
    public static IReadOnlyList<CurveAnalysis> Of(StoredRun run)
    {
        var visits = LevelVisit.Of(run);
        var expected = ExpectedStarts.Of(visits);
        // Who waits for a task that nobody has begun does it himself. Waiting otherwise held the threads of the pool
        // idle where several runs are analysed at the same time.
        var curves = visits.GroupBy(v => CurveKey.Of(v.Key)).Where(g => g.Any(v => v.Key.Phase.IsOfCurve()))
            .Select(g => Task.Run(
                () => Of(run.Manifest, g.Key, [.. g], expected[(g.Key.Workload, g.Key.Model)]))).ToList();
        return [.. curves.Select(curve => curve.GetAwaiter().GetResult())];
    }

    private static CurveAnalysis Of(
        RunManifest manifest, CurveKey key, IReadOnlyList<LevelVisit> all, double expectedStartCv)
    {
        var rules = manifest.Rules;
        var visits = all.Where(v => v.Key.Phase.IsOfCurve()).ToList();
        var cause = CauseAnalyser.Of(all.Select(v => CauseVisit.Of(v.Total, v.Windows, v.Generator)));
        var starts = visits.GroupBy(v => v.Key.Repetition)
            .ToDictionary(g => g.Key, IReadOnlyList<LevelPoint> (g) => [.. g.Select(v => v.ToPoint())]);
        var reading = new CurveReading(rules, manifest.State, starts)
        {
            Cause = cause,
            ExpectedStartCv = expectedStartCv,
        };
        var verdict = CurveVerdict.Decide(reading);
        var levels = LevelMerge.Of(visits, expectedStartCv);
        var law = verdict.Kind == VerdictKind.Held ? null : LawReader.Read(reading.First);
        return new CurveAnalysis
        {
            Key = key,
            Levels = levels,
            Steps = StepTests.All(rules, LevelEstimate.Of(reading.First)),
            Verdict = verdict,
            Cause = cause,
            Overload = OverloadReader.Of(rules, all),
            Law = law,
            Knees = KneeReader.Read(rules, levels, verdict, law),
        };
    }
}
