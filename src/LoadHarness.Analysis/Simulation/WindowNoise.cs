using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Simulation;

/// <summary>How made-up windows scatter around the truth.</summary>
/// <param name="Cv">Coefficient of variation of the windows of a level.</param>
/// <param name="StartCv">Coefficient of variation of the starts of the server.</param>
/// <param name="Lag1">
/// Correlation of neighbouring windows, 0 … below 1: what a server does now depends on what it did just before.
/// </param>
public sealed record WindowNoise(double Cv, double StartCv = 0, double Lag1 = 0)
{
    /// <summary>Factors of mean 1, one for each window.</summary>
    /// <param name="random">Seeded.</param>
    public IEnumerable<double> Factors(Random random)
    {
        // First-order autoregression whose values have variance 1 from the first one on.
        for (var state = Normal.Sample(random, 0, 1); ; state = Lag1 * state
            + Math.Sqrt(1 - Lag1 * Lag1) * Normal.Sample(random, 0, 1)) yield return 1 + Cv * state;
    }

    /// <summary>The factor of a start.</summary>
    /// <param name="random">Seeded.</param>
    public double Start(Random random) => 1 + StartCv * Normal.Sample(random, 0, 1);
}
