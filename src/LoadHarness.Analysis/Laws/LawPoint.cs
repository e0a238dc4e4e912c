namespace LoadHarness.Analysis.Laws;

/// <summary>A level as a law sees it.</summary>
/// <param name="Clients">Simultaneous clients, ≥ 1.</param>
/// <param name="Throughput_per_s">Mean throughput, operations/s, above 0.</param>
/// <param name="LogError">Standard error of ln X; NaN when unknown.</param>
public readonly record struct LawPoint(double Clients, double Throughput_per_s, double LogError = double.NaN)
{
    /// <summary>
    /// Levels differ by about this much for reasons that do not show within a level: no level weighs more than such an
    /// error allows. A choice of ours.
    /// </summary>
    private const double BetweenLevels = 0.01;

    /// <summary>Weight in a fit on ln X: 1 over the variance.</summary>
    public double Weight
    {
        get
        {
            var within = double.IsFinite(LogError) ? LogError : 0;
            return 1 / (within * within + BetweenLevels * BetweenLevels);
        }
    }
}
