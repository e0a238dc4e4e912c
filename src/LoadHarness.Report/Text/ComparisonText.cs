using LoadHarness.Analysis.Comparing;

namespace LoadHarness.Report.Text;

/// <summary>What a comparison came to, in a word.</summary>
public static class ComparisonText
{
    /// <summary>The word.</summary>
    public static string Of(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Best => "best",
        ComparisonVerdict.Same => "same",
        ComparisonVerdict.Slower => "slower",
        ComparisonVerdict.Faster => "faster",
        _ => "undecided",
    };
}
