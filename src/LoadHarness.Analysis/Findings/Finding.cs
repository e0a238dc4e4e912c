using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.Findings;

/// <summary>A typed conclusion with its evidence. The report words it; nobody parses its text.</summary>
public sealed record Finding
{
    /// <summary>What was found.</summary>
    public required FindingCode Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The curves it is about; empty when it is about the whole run.</summary>
    public required IReadOnlyList<CurveKey> Subjects { get; init; }

    /// <summary>The numbers behind it, as <see cref="FindingCode"/> lists them for each code.</summary>
    public IReadOnlyList<Evidence> Numbers { get; init; } = [];

    /// <summary>What cannot be said in numbers: reasons, names; short phrases.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The first number of that name; NaN when there is none.</summary>
    public double Number(string name) =>
        Numbers.FirstOrDefault(n => n.Name.Equals(name, StringComparison.Ordinal))?.Value ?? double.NaN;

    /// <summary>The number of that name of that subject; NaN when there is none.</summary>
    public double Number(string name, string subject) =>
        Numbers.FirstOrDefault(n => n.Name.Equals(name, StringComparison.Ordinal)
            && n.Subject.Equals(subject, StringComparison.Ordinal))?.Value ?? double.NaN;
}
