namespace LoadHarness.Analysis.Laws;

/// <summary>The laws side by side.</summary>
/// <param name="Fits">The best law of every kind, by kind.</param>
/// <param name="Weights">
/// Akaike weights in the same order: how likely each is to be the best of them, together 1. Source: Burnham and
/// Anderson, Model Selection and Multimodel Inference, 2002.
/// </param>
public sealed record LawChoice(IReadOnlyList<LawFit> Fits, IReadOnlyList<double> Weights)
{
    /// <summary>From this weight on a law is said to be the one; below, the next is named, too.</summary>
    public const double Decisive = 0.9;

    /// <summary>The one with the smallest criterion.</summary>
    public LawFit Best => Fits.MinBy(fit => fit.Aicc)!;

    /// <summary>Its weight, 0 … 1.</summary>
    public double BestWeight => Weights[(int)Best.Kind];

    /// <summary>No other law is a serious rival.</summary>
    public bool IsDecisive => BestWeight >= Decisive;
}
