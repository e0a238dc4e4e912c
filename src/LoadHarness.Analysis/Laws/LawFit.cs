namespace LoadHarness.Analysis.Laws;

/// <summary>The best law of a kind for given levels.</summary>
/// <param name="Law">The law.</param>
/// <param name="U">First coordinate of its shape, see <see cref="LawFamily"/>.</param>
/// <param name="V">Second coordinate.</param>
/// <param name="Residuals">By level: ln of measured over predicted.</param>
/// <param name="Aicc">
/// Akaike's criterion corrected for few levels, n·ln(RSS/n) + 2k + 2k(k + 1)/(n − k − 1), k counting the variance too.
/// Smaller is better; infinite when there are too few levels. Source: Hurvich and Tsai, Biometrika 76 (1989).
/// </param>
public sealed record LawFit(ScalingLaw Law, double U, double V, IReadOnlyList<double> Residuals, double Aicc)
{
    /// <summary>Which law.</summary>
    public LawKind Kind => Law.Kind;

    /// <summary>Root of the mean squared residual: how far levels lie from the law, as a share.</summary>
    public double TypicalResidual => Math.Sqrt(Residuals.Average(r => r * r));
}
