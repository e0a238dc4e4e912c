using MathNet.Numerics;

namespace LoadHarness.Analysis.Laws;

/// <summary>
/// Finds the best law of a kind by weighted least squares: a grid over the shape, then a search from its best point
/// (golden section, or a pattern search). The same levels give the same law.
/// </summary>
public static class LawFitter
{
    /// <summary>Fewest levels for which a law is worth looking for, as the tools of the field have it (METHOD.md
    /// B.3).</summary>
    public const int FewestLevels = 6;

    private const int LineSteps = 48;
    private const int PlaneSteps = 14;
    private const int Rounds = 30;
    private const int Descents = 12;
    private const int RoundsNearby = 12;
    private const double FirstWidth = 0.15;

    // Less than this share of the misfit moves nothing that is printed.
    private const double Worthwhile = 1e-12;

    // ln² of a deviation far below what any measurement can tell: keeps a perfect fit from being infinitely good.
    private const double SmallestSquare = 1e-16;

    /// <summary>The best law of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="levels">The levels, two or more, each with some throughput.</param>
    /// <param name="scale">What is compared.</param>
    public static LawFit Fit(LawKind kind, IReadOnlyList<LawPoint> levels, FitScale scale = FitScale.Logarithm)
    {
        var family = LawFamily.Of(kind);
        var objective = new FitObjective(levels, scale);
        var (u, v) = family.HasSecond ? SearchPlane(family, objective, levels) : SearchLine(family, objective, levels);
        var law = objective.Scaled(family.Make(u, v));
        var residuals = levels
            .Select(level => Math.Log(level.Throughput_per_s / law.Throughput_per_s(level.Clients))).ToList();
        return new LawFit(law, u, v, residuals, Aicc(levels, residuals, law.Parameters.Count + 1));
    }

    /// <summary>The best law for other values of the same levels: looked for near the one that was found.</summary>
    /// <param name="fit">What was found.</param>
    /// <param name="levels">The other values.</param>
    public static ScalingLaw Near(LawFit fit, IReadOnlyList<LawPoint> levels)
    {
        var family = LawFamily.Of(fit.Kind);
        var objective = new FitObjective(levels, FitScale.Logarithm);
        var (u, v) = family.HasSecond
            ? Descend(family, objective, levels, (fit.U, fit.V), RoundsNearby, descents: 1)
            : SearchLine(family, objective, levels);
        return objective.Scaled(family.Make(u, v));
    }

    private static (double U, double V) SearchLine(
        LawFamily family, FitObjective objective, IReadOnlyList<LawPoint> levels)
    {
        double At(double u) => objective.Misfit(family.Make(u, 0));
        var (from, to) = family.First(levels.Max(level => level.Clients));
        var step = (to - from) / (LineSteps - 1);
        var best = Generate.LinearSpaced(LineSteps, from, to).MinBy(At);
        return (GoldenSection.Minimum(At, Math.Max(from, best - step), Math.Min(to, best + step)), 0);
    }

    private static (double U, double V) SearchPlane(
        LawFamily family, FitObjective objective, IReadOnlyList<LawPoint> levels)
    {
        var first = family.First(levels.Max(level => level.Clients));
        var best = (
            from u in Generate.LinearSpaced(PlaneSteps, first.From, first.To)
            from v in Generate.LinearSpaced(PlaneSteps, family.Second.From, family.Second.To)
            select (U: u, V: v)).MinBy(point => objective.Misfit(family.Make(point.U, point.V)));
        return Descend(family, objective, levels, best, Rounds, Descents);
    }

    private static (double U, double V) Descend(
        LawFamily family, FitObjective objective, IReadOnlyList<LawPoint> levels, (double U, double V) from, int rounds,
        int descents)
    {
        var box = new PatternSearch(family.First(levels.Max(level => level.Clients)), family.Second);
        double Misfit(double u, double v) => objective.Misfit(family.Make(u, v));
        var misfit = double.PositiveInfinity;
        // A narrow valley can hold a search up: another one begins where it ended, as long as that brings something.
        for (var i = 0; i < descents; i++)
        {
            var before = misfit;
            (from.U, from.V, misfit) = box.Minimum(Misfit, from, FirstWidth, rounds);
            if (!(misfit < before * (1 - Worthwhile))) break;
        }

        return from;
    }

    private static double Aicc(IReadOnlyList<LawPoint> levels, IReadOnlyList<double> residuals, int parameters)
    {
        var left = levels.Count - parameters - 1;
        if (left <= 0) return double.PositiveInfinity;
        var weight = levels.Average(level => level.Weight);
        var squares = levels.Zip(residuals, (level, residual) => level.Weight / weight * residual * residual).Average();
        return levels.Count * Math.Log(Math.Max(squares, SmallestSquare)) + 2 * parameters
            + 2.0 * parameters * (parameters + 1) / left;
    }
}
