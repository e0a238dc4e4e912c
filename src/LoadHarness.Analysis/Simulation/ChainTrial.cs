using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Simulation;

/// <summary>One made-up server, measured and judged as a real one would be.</summary>
internal static class ChainTrial
{
    private const double Margin = 0.05;
    private const double Truth_per_s = 8000;

    // A step of the ladder, and a little for the rounding of levels in between.
    private const double OneStep = 1.55;

    private static readonly WindowNoise _hardlyAny = new(1e-6);

    private static readonly int[] _lawLevels = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

    /// <summary>It levels out where it does without any noise, or one step beside.</summary>
    public static bool FindsPlateau(Func<int, double> truth, WindowNoise noise, MeasuringRules rules, int seed)
    {
        var (found, right) = (Verdict(truth, noise, rules, seed), Verdict(truth, _hardlyAny, rules, seed));
        return found.Kind == VerdictKind.LevelsOut
            && Math.Abs(Math.Log((double)found.Clients / right.Clients)) <= Math.Log(OneStep);
    }

    /// <summary>It is said to level out.</summary>
    public static bool LevelsOut(Func<int, double> truth, WindowNoise noise, MeasuringRules rules, int seed) =>
        Verdict(truth, noise, rules, seed).Kind == VerdictKind.LevelsOut;

    /// <summary>It is said to fall.</summary>
    public static bool Falls(Func<int, double> truth, WindowNoise noise, MeasuringRules rules, int seed) =>
        Verdict(truth, noise, rules, seed).Kind == VerdictKind.Falls;

    /// <summary>
    /// The interval of one level of one start holds its truth. Other levels of the curve, as many as a curve has at
    /// least, help to tell how windows are correlated.
    /// </summary>
    public static bool LevelCovers(WindowNoise noise, MeasuringRules rules, int seed)
    {
        var curve = new SimulatedCurve(_ => Truth_per_s, noise, seed);
        var visits = Rungs.Of(rules).Take(rules.MinLevels)
            .Select(clients => curve.Visit(rules, LevelPhase.Ladder, clients)).ToList();
        var level = LevelEstimate.Of(visits)[0];
        return level.Throughput.ToThroughput(level.Windows).Contains(Truth_per_s);
    }

    /// <summary>The law that made the levels is the one chosen.</summary>
    public static bool ChoosesLaw(ScalingLaw law, double cv, int seed)
    {
        var normal = new Normal(0, cv, new Random(seed));
        LawPoint[] levels =
            [.. _lawLevels.Select(n => new LawPoint(n, law.Throughput_per_s(n) * Math.Exp(normal.Sample())))];
        return LawChooser.Choose(levels)?.Best.Kind == law.Kind;
    }

    /// <summary>Two servers of the same capacity: neither is said to be faster.</summary>
    public static bool SaysNoDifference(int starts, double cv, int seed)
    {
        var random = new Random(seed);
        return CapacityComparison.Of(Capacity(starts, cv, random), Capacity(starts, cv, random), Margin).Verdict
            is not (ComparisonVerdict.Faster or ComparisonVerdict.Slower);
    }

    private static Verdict Verdict(Func<int, double> truth, WindowNoise noise, MeasuringRules rules, int seed)
    {
        var first = new SimulatedCurve(truth, noise, seed).Walk(rules);
        var starts = new Dictionary<int, IReadOnlyList<LevelPoint>> { [0] = first.Visits };
        for (var start = 1; start < rules.Repetitions; start++)
        {
            var again = new SimulatedCurve(truth, noise, -seed * rules.Repetitions - start);
            starts[start] = [.. Ladder.RepeatLevels(rules, first.Visits)
                .Select(clients => again.Visit(rules, LevelPhase.Repeat, clients))];
        }

        return CurveVerdict.Decide(new CurveReading(rules, RunState.Complete, starts));
    }

    private static Verdict Capacity(int starts, double cv, Random random)
    {
        var throughputs = Starts(starts, cv, random).ToList();
        return new Verdict
        {
            Kind = VerdictKind.LevelsOut,
            Capacity = RestartInterval.Of(throughputs),
            Restarts = [.. throughputs.Select((throughput, i) => new RestartEstimate(i, throughput, 1))],
            Reason = "",
        };
    }

    private static IEnumerable<double> Starts(int starts, double cv, Random random) =>
        Enumerable.Range(0, starts).Select(_ => Truth_per_s * Math.Exp(Normal.Sample(random, 0, cv)));
}
