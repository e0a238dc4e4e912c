using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sections;

/// <summary>Windows dropped and the conditions of the runs: what is needed to judge the numbers and to measure
/// again.</summary>
internal static class ConditionsSection
{
    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        yield return new HeadingBlock(2, "5. Windows dropped, and run conditions");
        foreach (var part in parts.Where(part => part.Keys.Count > 0))
        {
            yield return new HeadingBlock(3, $"{part.Title}: windows");
            yield return new TableBlock(WindowsTable.Of(part));
        }

        foreach (var analysis in parts.Select(part => part.Analysis).Distinct())
        {
            yield return new HeadingBlock(
                3, $"Run {Words.Name(analysis.Run.Manifest.RunId)} of {Words.Name(analysis.Run.Manifest.Scenario)}");
            var whole = analysis.Findings.Where(finding => finding.Subjects.Count == 0)
                .GroupBy(finding => finding.Code).Select(kind => new ListItem("", FindingWords.Say(kind))).ToList();
            if (whole.Count > 0) yield return new ListBlock(whole);
            yield return new TableBlock(ConditionsTable.Of(analysis.Run));
            var events = EventsTable.Of(analysis.Run);
            if (events.Rows.Count > 0)
            {
                yield return new DetailsBlock(
                    "Events: checkpoints, starts, pauses, by level", [new TableBlock(events)]);
            }

            foreach (var block in Commands(analysis.Run.Manifest)) yield return block;
        }
    }

    private static IEnumerable<Block> Commands(RunManifest manifest)
    {
        if (manifest.Commands.Count > 0)
        {
            yield return new ParagraphBlock("The servers were started as:");
            yield return new CodeBlock(
                string.Join("\n", manifest.Commands.Select(command => command.CommandLine)), "sh");
        }

        if (manifest.ScenarioText.Length > 0)
            yield return new DetailsBlock(
                $"The scenario {manifest.Scenario} as it was read", [new CodeBlock(manifest.ScenarioText, "yaml")]);
    }
}
