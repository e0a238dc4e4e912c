using System.Globalization;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Comparing;

/// <summary>Compares two stored runs curve by curve (METHOD.md B.6).</summary>
public static class RunComparer
{
    /// <summary>Chance, one-sided, of saying faster or slower of any curve when none is.</summary>
    private const double Chance = 0.025;

    /// <summary>Compares.</summary>
    /// <param name="before">The run that the other is compared with.</param>
    /// <param name="after">The run in question.</param>
    /// <param name="margin">Practical margin as a share, e.g. 0.05.</param>
    public static RunComparison Compare(RunAnalysis before, RunAnalysis after, double margin)
    {
        var earlier = Known(before).ToDictionary(curve => curve.Key);
        var later = Known(after).ToDictionary(curve => curve.Key);
        var pairs = later.Values.Where(curve => earlier.ContainsKey(curve.Key))
            .Select(curve => (Before: earlier[curve.Key], After: curve))
            .Select(pair => (pair.Before, pair.After,
                Capacity: CapacityComparison.Of(pair.After.Verdict, pair.Before.Verdict, margin)))
            .ToList();
        var adjusted = Holm.Adjust([.. pairs.Select(pair => pair.Capacity.BeyondMarginP)]);
        return new RunComparison
        {
            Before = before.Run.Manifest,
            After = after.Run.Manifest,
            Margin = margin,
            Differences = [.. pairs.Select((pair, i) =>
                Judge(pair.Before, pair.After, pair.Capacity, adjusted[i], pairs.Count))],
            Unmatched = [.. earlier.Keys.Except(later.Keys), .. later.Keys.Except(earlier.Keys)],
            Circumstances = [.. Circumstances(before.Run.Manifest, after.Run.Manifest)],
        };
    }

    private static IEnumerable<CurveAnalysis> Known(RunAnalysis run) =>
        run.Curves.Where(curve => curve.Verdict.Capacity.Estimate > 0 && curve.Verdict.Kind != VerdictKind.Held);

    private static RunDifference Judge(
        CurveAnalysis before, CurveAnalysis after, CapacityComparison capacity, double p, int curves)
    {
        var isDifferent = capacity.Verdict is ComparisonVerdict.Faster or ComparisonVerdict.Slower;
        if (!isDifferent || curves == 1 || !(p > Chance))
            return new RunDifference(before, after, capacity, capacity.Verdict, capacity.Reason);
        var why = string.Create(CultureInfo.InvariantCulture,
            $"; {capacity.Verdict.ToString().ToLowerInvariant()} by itself, but among {curves} curves that ")
            + "happens by chance too often (Holm)";
        return new RunDifference(before, after, capacity, ComparisonVerdict.Undecided, capacity.Reason + why);
    }

    private static IEnumerable<string> Circumstances(RunManifest before, RunManifest after)
    {
        if (!Same(before.Scenario, after.Scenario))
            yield return $"The scenarios differ: {before.Scenario} and {after.Scenario}.";
        else if (!Same(before.ScenarioText, after.ScenarioText)) yield return "The text of the scenario has changed.";
        if (!Same(before.Profile, after.Profile))
            yield return $"The profiles differ: {before.Profile} and {after.Profile}.";
        if (!Same(before.Host, after.Host)) yield return "Machine, system or runtime differ; the manifests tell how.";
        if (!Same(before.Loop, after.Loop))
            yield return $"The generator's network loops differ: {before.Loop} and {after.Loop}.";
        if (before.KeptAwake != after.KeptAwake) yield return "One of the runs kept idle CPUs from sleeping.";
        if (!Same(before.Commit, after.Commit) || !Same(before.ToolVersion, after.ToolVersion))
            yield return "The load generator's own version differs.";
    }

    private static bool Same(HostFacts first, HostFacts second) =>
        first == second with { Knobs = first.Knobs }
        && first.Knobs.OrderBy(knob => knob.Key, StringComparer.Ordinal)
            .SequenceEqual(second.Knobs.OrderBy(knob => knob.Key, StringComparer.Ordinal));

    private static bool Same(string first, string second) => string.Equals(first, second, StringComparison.Ordinal);
}
