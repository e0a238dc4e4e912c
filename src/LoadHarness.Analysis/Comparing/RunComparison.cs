using LoadHarness.Analysis.Curves;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Comparing;

/// <summary>Two runs side by side.</summary>
public sealed record RunComparison
{
    /// <summary>The run that the other is compared with.</summary>
    public required RunManifest Before { get; init; }

    /// <summary>The run in question.</summary>
    public required RunManifest After { get; init; }

    /// <summary>Practical margin as a share.</summary>
    public required double Margin { get; init; }

    /// <summary>The curves that both have, in the order of the later run.</summary>
    public required IReadOnlyList<RunDifference> Differences { get; init; }

    /// <summary>Curves that only one of them has.</summary>
    public required IReadOnlyList<CurveKey> Unmatched { get; init; }

    /// <summary>What else differs between the runs and may be the reason, a sentence each.</summary>
    public required IReadOnlyList<string> Circumstances { get; init; }

    /// <summary>True when something became slower.</summary>
    public bool HasSlower => Differences.Any(difference => difference.Verdict == ComparisonVerdict.Slower);

    /// <summary>True when every curve is decided and both runs have the same curves.</summary>
    public bool IsDecided => Differences.Count > 0 && Unmatched.Count == 0
        && Differences.All(difference => difference.Verdict != ComparisonVerdict.Undecided);
}
