namespace LoadHarness.Results;

/// <summary>
/// What the checks of a level say: the text of the <c>validity</c> column, as a type.
/// Text: <c>valid</c>, or the grade, a colon and the issues:
/// <c>invalid: generator-cpu (97 % of 1 CPU); errors (3 timeouts)</c>.
/// </summary>
/// <param name="Grade">The worst grade of the issues.</param>
/// <param name="Issues">What was found; empty when valid.</param>
public sealed record LevelValidity(ValidityGrade Grade, IReadOnlyList<ValidityIssue> Issues)
{
    private const string Separator = "; ";

    /// <summary>Nothing to object to.</summary>
    public static LevelValidity Valid { get; } = new(ValidityGrade.Valid, []);

    /// <summary>True when the load generator rather than the server may have set the throughput.</summary>
    public bool IsClientLimited =>
        Grade == ValidityGrade.Invalid
            && Issues.Any(i => i.Grade == ValidityGrade.Invalid && ValidityCode.IsOfGenerator(i.Code));

    /// <summary>Puts issues together; the worst grade counts.</summary>
    public static LevelValidity Of(IReadOnlyList<ValidityIssue> issues) =>
        issues.Count == 0 ? Valid : new LevelValidity(issues.Max(i => i.Grade), issues);

    /// <summary>The text for the column.</summary>
    public string ToText() => Grade == ValidityGrade.Valid
        ? "valid"
        : GradeText(Grade) + ": " + string.Join(Separator, Issues.Select(i => IssueText(i, Grade)));

    /// <summary>
    /// Reads the text of the column. Text that follows no known form counts as one issue of the grade it names.
    /// </summary>
    public static LevelValidity Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var grade = GradeOf(colon < 0 ? text : text[..colon]);
        if (grade == ValidityGrade.Valid) return Valid;
        var issues = colon < 0
            ? []
            : text[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new LevelValidity(grade, [.. issues.Select(issue => ParseIssue(issue, grade))]);
    }

    private static ValidityIssue ParseIssue(string text, ValidityGrade whole)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return new ValidityIssue(text, whole, "");
        var rest = text[(space + 1)..];
        const string minor = "suspect ";
        var grade = rest.StartsWith(minor, StringComparison.Ordinal) ? ValidityGrade.Suspect : whole;
        if (rest.StartsWith(minor, StringComparison.Ordinal)) rest = rest[minor.Length..];
        return new ValidityIssue(text[..space], grade, rest.Trim('(', ')'));
    }

    private static string IssueText(ValidityIssue issue, ValidityGrade whole)
    {
        var minor = issue.Grade == whole ? "" : GradeText(issue.Grade) + " ";
        var detail = issue.Detail.Replace(';', ',').Replace('(', '[').Replace(')', ']');
        return $"{issue.Code} {minor}({detail})";
    }

    private static string GradeText(ValidityGrade grade) => grade switch
    {
        ValidityGrade.Invalid => "invalid",
        ValidityGrade.Suspect => "suspect",
        _ => "valid",
    };

    private static ValidityGrade GradeOf(string text) => text.Trim() switch
    {
        "valid" => ValidityGrade.Valid,
        "suspect" => ValidityGrade.Suspect,
        _ => ValidityGrade.Invalid,
    };
}
