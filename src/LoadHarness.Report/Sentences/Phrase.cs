using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Phrases that several sentences use.</summary>
internal static class Phrase
{
    /// <summary>The models that findings are about, as names.</summary>
    public static string Models(params IReadOnlyList<Finding> findings)
    {
        var names = findings.SelectMany(finding => finding.Subjects).Select(subject => subject.Model)
            .Distinct(StringComparer.Ordinal).Select(Words.Name).ToList();
        return names.Count == 0 ? "the run" : Words.List(names);
    }

    /// <summary><c>12 clients</c> from a number of the finding.</summary>
    public static string Clients(Finding finding, string name) => Words.Plural(finding.Number(name), "client");

    /// <summary>The throughput that a finding names, of one of its subjects where it is about several.</summary>
    public static Interval Capacity(Finding finding, string subject = "")
    {
        double Number(string name) => finding.Number(name, subject);
        return new Interval(
            Number("capacity_per_s"), Number("low_per_s"), Number("high_per_s"), 0, IntervalBasis.None);
    }

    /// <summary>What intervals in brackets rest on.</summary>
    public static string Basis(IReadOnlyList<Finding> findings)
    {
        var starts = findings.Select(finding => finding.Number("starts")).Where(double.IsFinite).ToList();
        if (starts.Count == 0) return "In brackets: 95 % intervals.";
        var (fewest, most) = (starts.Min(), starts.Max());
        if (most <= 1) return "In brackets: 95 % intervals over the windows of one start of the server.";
        return fewest == most
            ? $"In brackets: 95 % intervals over {Words.Plural(most, "start")} of the server."
            : $"In brackets: 95 % intervals over {NumberText.Digits(fewest, 2)} to {Words.Plural(most, "start")} of "
            + "the server.";
    }

    /// <summary>The notes as one more sentence, or nothing.</summary>
    public static string Notes(Finding finding, string lead) => Notes(finding.Notes, lead);

    /// <summary>Notes as one more sentence, or nothing.</summary>
    public static string Notes(IEnumerable<string> notes, string lead)
    {
        var text = string.Join("; ", notes.Select(note => note.TrimEnd('.')));
        return text.Length == 0 ? "" : " " + Words.Stop(lead + text);
    }
}
