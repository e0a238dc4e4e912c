namespace LoadHarness.Analysis.Ladders;

/// <summary>
/// The equivalence test of one step of the ladder (METHOD.md B.2): the gain g = ln(X_to / X_from) with its one-sided
/// 95 % bounds, against the margin ln(1+delta)·ln(r)/ln(step ratio) for a step of ratio r.
/// </summary>
/// <param name="FromClients">Clients of the lower level.</param>
/// <param name="ToClients">Clients of the higher level.</param>
/// <param name="Gain">g, natural logarithm.</param>
/// <param name="Low">95 % of the gains are above this; NaN with too few windows.</param>
/// <param name="High">95 % of the gains are below this; NaN with too few windows.</param>
/// <param name="Margin">Flat means <paramref name="High"/> below this.</param>
public sealed record StepTest(int FromClients, int ToClients, double Gain, double Low, double High, double Margin)
{
    /// <summary>The verdict on the step.</summary>
    public StepOutcome Outcome =>
        High < 0 ? StepOutcome.Falling
        : High < Margin ? StepOutcome.Flat
        : Low > 0 ? StepOutcome.Rising
        : StepOutcome.Unclear;

    /// <summary>True when the step gains less than the margin: flat or falling.</summary>
    public bool IsLevel => Outcome is StepOutcome.Flat or StepOutcome.Falling;
}
