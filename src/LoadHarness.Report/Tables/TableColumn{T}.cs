namespace LoadHarness.Report.Tables;

/// <summary>A column and what it shows.</summary>
/// <param name="Header">Its name with the unit.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
/// <param name="Text">The cell of a row.</param>
public sealed record TableColumn<T>(string Header, bool IsNumber, Func<T, string> Text);
