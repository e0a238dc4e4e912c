using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Documents;

namespace LoadHarness.Report.Sentences;

/// <summary>Gathers the findings of one topic into list items: one for each stage, then one for what concerns several
/// stages.</summary>
internal static class TopicItems
{
    /// <summary>The items of a topic.</summary>
    public static IReadOnlyList<ListItem> Of(ReportPart part, Topic topic)
    {
        var findings = part.Findings.Where(finding => FindingWords.TopicOf(finding) == topic).ToList();
        var items = new List<ListItem>();
        foreach (var stage in part.Stages)
        {
            var said = FindingWords.Say(findings.Where(finding => IsOnly(finding, stage)));
            var text = string.Join(
                " ", new[] { Observation(part, topic, stage), said }.Where(sentence => sentence.Length > 0));
            if (text.Length > 0) items.Add(new ListItem(stage, text));
        }

        items.AddRange(findings.Where(finding => !part.Stages.Any(stage => IsOnly(finding, stage)))
            .GroupBy(finding => Phrase.Models(finding), StringComparer.Ordinal)
            .Select(ofModels => new ListItem("", FindingWords.Say(ofModels))));
        return items;
    }

    private static string Observation(ReportPart part, Topic topic, string stage) => topic switch
    {
        Topic.IndividualClients => ClientSentences.Of(part, stage),
        Topic.MoreClients => IncreaseSentences.Of(part, stage),
        _ => "",
    };

    private static bool IsOnly(Finding finding, string stage) =>
        finding.Subjects.All(subject => string.Equals(subject.Stage, stage, StringComparison.Ordinal));
}
