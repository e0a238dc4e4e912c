namespace LoadHarness.Report.Figures.Model;

/// <summary>A thin vertical line: something happened.</summary>
/// <param name="X">When.</param>
/// <param name="Tip">What, shown when the pointer rests on it.</param>
public readonly record struct EventMark(double X, string Tip);
