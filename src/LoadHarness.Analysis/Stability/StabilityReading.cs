using LoadHarness.Results;

namespace LoadHarness.Analysis.Stability;

/// <summary>Whether a server stayed as it was through one long level.</summary>
public sealed record StabilityReading
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>Time from the first sample to the last, s.</summary>
    public required double Length_s { get; init; }

    /// <summary>Its samples in order of time.</summary>
    public required IReadOnlyList<SampleRow> Samples { get; init; }

    /// <summary>Memory, descriptors, threads and closed sockets.</summary>
    public required IReadOnlyList<Growth> Growths { get; init; }

    /// <summary>Grows if anything does; else undecided if anything is; else steady.</summary>
    public GrowthVerdict Verdict =>
        Has(GrowthVerdict.Grows) ? GrowthVerdict.Grows
        : Has(GrowthVerdict.Undecided) ? GrowthVerdict.Undecided
        : GrowthVerdict.Steady;

    private bool Has(GrowthVerdict verdict) => Growths.Any(growth => growth.Verdict == verdict);
}
