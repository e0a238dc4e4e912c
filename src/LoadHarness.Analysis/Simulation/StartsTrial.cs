using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Simulation;

/// <summary>
/// Made-up models of the same capacity, each started several times; what the intervals over starts say of the first.
/// </summary>
/// <param name="Models">Models of a run.</param>
/// <param name="Starts">Starts of each.</param>
/// <param name="CommonCv">How much starts differ in what all their levels share: standard deviation of ln X.</param>
/// <param name="LevelCv">How much they differ by what each level of a start has for itself.</param>
internal sealed record StartsTrial(int Models, int Starts, double CommonCv, double LevelCv)
{
    private const double Margin = 0.05;
    private const double Truth_per_s = 8000;

    /// <summary>What the windows of a level leave open: ten of them that vary by 5 %.</summary>
    private const double WindowsCv = 0.016;

    /// <summary>Levels that starts repeat; the upper two of them make the plateau.</summary>
    private const int Levels = 3;

    /// <summary>The interval of a level holds the truth.</summary>
    public bool LevelCovers(int seed) => Level(seed).Contains(Truth_per_s);

    /// <summary>The interval of the capacity holds the truth.</summary>
    public bool CapacityCovers(int seed) => Capacities(seed)[0].Capacity.Contains(Truth_per_s);

    /// <summary>The interval of the ratio of two capacities holds the truth.</summary>
    public bool RatioCovers(int seed) => Compare(seed).Ratio.Contains(1);

    /// <summary>Neither of two models is said to be faster.</summary>
    public bool SaysNoDifference(int seed) =>
        Compare(seed).Verdict is not (ComparisonVerdict.Faster or ComparisonVerdict.Slower);

    /// <summary>The interval of a level.</summary>
    public Interval Level(int seed)
    {
        var models = Draw(seed);
        return RestartInterval.Of(models[0][0], Expected(models, 0));
    }

    /// <summary>One model against another of the same run, or of another run where a run has one model.</summary>
    private CapacityComparison Compare(int seed)
    {
        var first = Capacities(seed);
        return CapacityComparison.Of(first[0], Models > 1 ? first[1] : Capacities(int.MaxValue - seed)[0], Margin);
    }

    private List<Verdict> Capacities(int seed)
    {
        var models = Draw(seed);
        return [.. models.Select((levels, model) => Capacity(levels, Expected(models, model)))];
    }

    private Verdict Capacity(double[][] levels, double expectedCv)
    {
        double[] plateau =
            [.. Enumerable.Range(0, Starts).Select(start => levels.Skip(1).Average(level => level[start]))];
        return new Verdict
        {
            Kind = VerdictKind.LevelsOut,
            Capacity = RestartInterval.Of(plateau, expectedCv),
            ExpectedStartCv = expectedCv,
            Restarts = [.. plateau.Select((throughput, start) => new RestartEstimate(start, throughput, Levels - 1))],
            Reason = "",
        };
    }

    private static double Expected(IEnumerable<double[][]> models, int model) =>
        StartSpread.Expected(models.Where((_, other) => other != model).Select(StartSpread.Of));

    /// <summary>Throughput by model, level and start.</summary>
    private List<double[][]> Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Models).Select(_ => Model(random))];
    }

    private double[][] Model(Random random)
    {
        var common = Normals(random, CommonCv);
        var ownCv = Math.Sqrt(LevelCv * LevelCv + WindowsCv * WindowsCv);
        return
        [
            .. Enumerable.Range(0, Levels).Select(_ => Normals(random, ownCv)
                .Zip(common, (own, shared) => Truth_per_s * Math.Exp(own + shared)).ToArray()),
        ];
    }

    private double[] Normals(Random random, double cv) =>
        [.. Enumerable.Range(0, Starts).Select(_ => Normal.Sample(random, 0, cv))];
}
