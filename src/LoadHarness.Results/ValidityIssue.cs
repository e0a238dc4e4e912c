namespace LoadHarness.Results;

/// <summary>One objection to a level.</summary>
/// <param name="Code">One of <see cref="ValidityCode"/>.</param>
/// <param name="Grade">How bad.</param>
/// <param name="Detail">The number that shows it, in a few words, without semicolons and round brackets.</param>
public sealed record ValidityIssue(string Code, ValidityGrade Grade, string Detail);
