namespace LoadHarness.Analysis.Laws;

/// <summary>On which scale a fit compares law and levels.</summary>
public enum FitScale
{
    /// <summary>On ln X, weighted by the levels' errors: large values do not rule. Ours.</summary>
    Logarithm = 0,

    /// <summary>On X, all levels alike: as published tables were fitted.</summary>
    Linear = 1,
}
