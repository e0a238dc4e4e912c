using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Simulation;

/// <summary>How made-up windows scatter around the truth.</summary>
/// <param name="Cv">Coefficient of variation of the windows of a level.</param>
/// <param name="StartCv">Coefficient of variation of the starts of the server.</param>
/// <param name="Lag1">
/// Correlation of neighbouring windows, 0 … below 1: what a server does now depends on what it did just before.
/// </param>
/// <param name="SlowWindows">Windows at the beginning of a level that are lower: what its start costs.</param>
public sealed record WindowNoise(double Cv, double StartCv = 0, double Lag1 = 0, int SlowWindows = 0)
{
    private const double Slower = 0.8;

    /// <summary>Factors of mean 1 from the last slow window on, one for each window.</summary>
    /// <param name="random">Seeded.</param>
    public IEnumerable<double> Factors(Random random)
    {
        // First-order autoregression whose values have variance 1 from the first one on.
        var state = Normal.Sample(random, 0, 1);
        for (var window = 0; ; window++)
        {
            yield return (window < SlowWindows ? Slower : 1) * (1 + Cv * state);
            state = Lag1 * state + Math.Sqrt(1 - Lag1 * Lag1) * Normal.Sample(random, 0, 1);
        }
    }

    /// <summary>The factor of a start.</summary>
    /// <param name="random">Seeded.</param>
    public double Start(Random random) => 1 + StartCv * Normal.Sample(random, 0, 1);
}
