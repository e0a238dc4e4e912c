namespace LoadHarness.Report.Sentences;

/// <summary>An objection to levels in words.</summary>
/// <param name="Meaning">What is wrong with them, a clause.</param>
/// <param name="Clients">Where, as <c>2 and 4 clients</c>; empty when unknown.</param>
internal sealed record Objection(string Meaning, string Clients);
