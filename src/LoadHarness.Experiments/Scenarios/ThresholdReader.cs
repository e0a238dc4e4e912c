using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>Reads what a run has to reach.</summary>
internal static class ThresholdReader
{
    private const double Most = 1e15;
    private const double UsualMargin_percent = 5;
    private const int MostClients = 100_000;

    /// <summary>Reads the list <c>thresholds</c>.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="stages">Stages of its workload.</param>
    /// <param name="models">Its models.</param>
    public static IReadOnlyList<Threshold> Read(
        YamlSection root, IReadOnlyList<string> stages, IReadOnlyList<string> models) =>
        [.. root.Sections("thresholds").Select(section => ReadOne(section, stages, models))];

    private static Threshold ReadOne(YamlSection section, IReadOnlyList<string> stages, IReadOnlyList<string> models)
    {
        var threshold = new Threshold
        {
            Stage = section.Word("stage", stages) ?? "",
            Model = section.Word("model", models) ?? "",
            MinCapacity_per_s = Limit(section, "min_capacity_per_s", Most),
            MaxP99_ms = Limit(section, "max_p99_ms", Most),
            AtClients = section.Whole("at_clients", 0, 1, MostClients),
            MaxErrorShare = Limit(section, "max_error_share", 1),
            Baseline = section.Text("baseline") ?? "",
            Margin = section.Number("margin_percent", UsualMargin_percent, 0.1, 100) / 100,
        };
        section.Finish();
        if (threshold is { MinCapacity_per_s: null, MaxP99_ms: null, MaxErrorShare: null, Baseline: "" })
        {
            section.Complain("min_capacity_per_s",
                "a limit is wanted: this, max_p99_ms, max_error_share or baseline");
        }

        if (threshold is { AtClients: > 0, MaxP99_ms: null })
            section.Complain("at_clients", "says at which level max_p99_ms is judged, and there is none");
        return threshold;
    }

    private static double? Limit(YamlSection section, string key, double most) =>
        section.Text(key) is null ? null : section.Number(key, 0, 0, most);
}
