using LoadHarness.Analysis.Curves;

namespace LoadHarness.Report.Text;

/// <summary>Why there is no verdict, in a few words.</summary>
public static class UndecidedText
{
    /// <summary><c>undecided (budget)</c> and its like.</summary>
    public static string Of(UndecidedCause cause) => cause switch
    {
        UndecidedCause.Budget => "undecided (budget)",
        UndecidedCause.Noise => "undecided (noise)",
        UndecidedCause.Range => "undecided (ladder too short)",
        UndecidedCause.Invalid => "undecided (levels failed their checks)",
        UndecidedCause.Interrupted => "undecided (interrupted)",
        UndecidedCause.NoData => "undecided (nothing measured)",
        _ => "undecided",
    };
}
