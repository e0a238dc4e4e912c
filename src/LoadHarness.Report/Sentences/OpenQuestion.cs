namespace LoadHarness.Report.Sentences;

/// <summary>Something that the data does not decide.</summary>
/// <param name="Stage">Of which operation.</param>
/// <param name="Models">The models it is about, as text.</param>
/// <param name="What">What is open.</param>
/// <param name="Why">Why it is.</param>
/// <param name="Next">What to run next.</param>
internal sealed record OpenQuestion(string Stage, string Models, string What, string Why, string Next);
