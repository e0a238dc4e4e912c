namespace LoadHarness.Report.Tables;

/// <summary>The head of a column.</summary>
/// <param name="Header">Its name with the unit.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
public sealed record TableColumn(string Header, bool IsNumber);
