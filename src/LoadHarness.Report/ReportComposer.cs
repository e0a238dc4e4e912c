using System.Text;

using LoadHarness.Analysis;
using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Sections;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report;

/// <summary>Puts the report together from analysed runs: blocks only, no format and no file. The same runs give the
/// same blocks.</summary>
public static class ReportComposer
{
    /// <summary>The whole report.</summary>
    /// <param name="analyses">The runs, in the order in which they are to be told.</param>
    /// <param name="problems">What could not be read, one line each.</param>
    /// <param name="certificate">What the harness measured on servers of known capacity, if anything.</param>
    public static IReadOnlyList<Block> Compose(IReadOnlyList<RunAnalysis> analyses, IReadOnlyList<string> problems,
        IReadOnlyList<CertificateRow>? certificate = null)
    {
        var peers = analyses.Where(analysis => analysis.Run.Peers.Count > 0).ToList();
        var held = analyses.Where(analysis => analysis.Run.Connections.Count > 0).ToList();
        var loads = analyses.Except(peers).Except(held).ToList();
        var parts = PartsOf(loads);
        var blocks = new List<Block>
        {
            new HeadingBlock(1, "Load test report: where throughput levels out, and why"),
            new ParagraphBlock(Introduction(analyses)),
        };
        blocks.AddRange(analyses.Where(analysis => analysis.Run.Manifest.State != RunState.Complete)
            .Select(Unfinished));
        blocks.AddRange(problems.Select(problem => new WarningBlock(Words.Stop(problem))));
        if (analyses.Count == 0) return [.. blocks, new ParagraphBlock("There is no run to report.")];
        if (loads.Count > 0) blocks.AddRange(LoadSections(parts));
        blocks.AddRange(PeersSection.Of(peers));
        blocks.AddRange(ConnectionsSection.Of(held));
        blocks.AddRange(CertificateSection.Of(certificate ?? []));
        return blocks;
    }

    /// <summary>
    /// No section knows of another, so several made at a time give the same as one made after the other.
    /// </summary>
    private static IEnumerable<Block> LoadSections(IReadOnlyList<ReportPart> parts)
    {
        Func<IReadOnlyList<ReportPart>, IEnumerable<Block>>[] sections =
        [
            AnswerSection.Of, StandingsSection.Of, TellsSection.Of, FiguresSection.Of, RawDataSection.Of,
            ConditionsSection.Of, MethodSection.Of,
        ];
        var told = sections.Select(section => Task.Run(() => section(parts).ToList())).ToList();
        return told.SelectMany(blocks => blocks.GetAwaiter().GetResult());
    }

    /// <summary>The workloads of the runs, each with a name of its own.</summary>
    internal static IReadOnlyList<ReportPart> PartsOf(IReadOnlyList<RunAnalysis> analyses)
    {
        var models = analyses.SelectMany(KeysOf).Select(key => key.Model)
            .Distinct(StringComparer.Ordinal).ToList();
        var pairs = analyses.SelectMany(
            analysis => WorkloadsOf(analysis).Select(workload => (Analysis: analysis, Workload: workload))).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. pairs.Select(pair =>
        {
            var apart = Apart(pair.Analysis.Run.Manifest, pair.Workload, [.. pairs
                .Where(other => string.Equals(other.Workload, pair.Workload, StringComparison.Ordinal))
                .Select(other => other.Analysis.Run.Manifest.Scenario)]);
            return new ReportPart
            {
                Analysis = pair.Analysis,
                Workload = pair.Workload,
                Title = apart.Length == 0 ? pair.Workload : $"{pair.Workload} ({string.Join(", ", apart)})",
                Slug = FreeSlug(string.Join('-', apart.Prepend(pair.Workload)), taken),
                AllModels = models,
            };
        })];
    }

    /// <summary>
    /// What tells a part from the others of its workload: the scenario, unless it bears the workload's name; where a
    /// scenario was run more than once, the run, too.
    /// </summary>
    private static string[] Apart(RunManifest manifest, string workload, IReadOnlyList<string> scenarios)
    {
        bool IsScenario(string name) => string.Equals(name, manifest.Scenario, StringComparison.Ordinal);
        if (scenarios.Count == 1) return [];
        if (scenarios.Count(IsScenario) > 1) return [manifest.Scenario, manifest.RunId];
        return IsScenario(workload) ? [] : [manifest.Scenario];
    }

    private static IEnumerable<string> WorkloadsOf(RunAnalysis analysis)
    {
        var measured = KeysOf(analysis).Select(key => key.Workload).Distinct(StringComparer.Ordinal).ToList();
        return measured.Count > 0 ? measured : [analysis.Run.Manifest.Scenario];
    }

    private static IEnumerable<CurveKey> KeysOf(RunAnalysis analysis) =>
        analysis.Curves.Select(curve => curve.Key).Concat(analysis.Open.Select(curve => curve.Key));

    private static string FreeSlug(string name, HashSet<string> taken)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant()) slug.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        var free = slug.ToString();
        for (var i = 2; !taken.Add(free); i++) free = $"{slug}-{NumberText.Count(i)}";
        return free;
    }

    private static string Introduction(IReadOnlyList<RunAnalysis> analyses)
    {
        var runs = analyses.Select(analysis =>
            $"run {Words.Name(analysis.Run.Manifest.RunId)} of the scenario "
                + $"{Words.Name(analysis.Run.Manifest.Scenario)}").ToList();
        return (runs.Count == 0 ? "" : $"Made from {Words.List(runs)}. ") + Surroundings(analyses);
    }

    private static string Surroundings(IReadOnlyList<RunAnalysis> analyses)
    {
        const string Local =
            "Server and clients ran on one machine and talked over its loopback: no network card and no distance are "
            + "in these numbers, and the load generator shares memory and caches with the server. CPU time per "
            + "operation carries over to other machines better than operations per second.";
        var found = analyses.Select(analysis => analysis.Run.Manifest).Where(manifest => !manifest.IsSutSampled)
            .ToList();
        if (found.Count == 0) return Local;
        var names = found.SelectMany(manifest => manifest.Commands).Select(command => Words.Name(command.Model))
            .Distinct(StringComparer.Ordinal).ToList();
        var only = names.Count == 0 ? "The server" : Words.List(names);
        var text = $"{only} {(names.Count > 1 ? "were" : "was")} running already, in a place that the harness does not "
            + "know: CPU time, memory and threads of the server are not in these numbers, and what the ladder shows is "
            + "the server together with the way to it.";
        return found.Count == analyses.Count ? text : $"{text} Of the other runs: {Local}";
    }

    private static WarningBlock Unfinished(RunAnalysis analysis)
    {
        var manifest = analysis.Run.Manifest;
        var state = manifest.State switch
        {
            RunState.Interrupted => "was interrupted",
            RunState.Failed => "failed",
            _ => "did not end, or is still going on",
        };
        var reason = manifest.Reason.Length > 0 ? $" ({manifest.Reason})" : "";
        return new WarningBlock(
            $"The run {Words.Name(manifest.RunId)} of {Words.Name(manifest.Scenario)} {state}{reason}. "
            + $"This report shows the {Words.Plural(RawRows.Totals(analysis.Run).Count(), "level")} it had finished.");
    }
}
