using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what stood beside the number of clients.</summary>
internal static class FactorWords
{
    /// <summary>Conditions of a run; none where clients were alone and kept their connections.</summary>
    public static IEnumerable<(string Name, string Value)> Items(MeasuringRules rules)
    {
        if (rules.IdleConnections > 0)
            yield return ("Idle connections beside the clients", NumberText.Count(rules.IdleConnections));
        if (rules.Churn > 0)
            yield return ("Clients connect anew after", Words.Plural(rules.Churn, "operation"));
    }

    /// <summary>A sentence at the head of the answer; empty without factors.</summary>
    public static string Sentence(MeasuringRules rules)
    {
        var parts = new List<string>();
        if (rules.IdleConnections > 0)
            parts.Add($"{Words.Plural(rules.IdleConnections, "idle connection")} were open beside the clients");
        if (rules.Churn > 0)
        {
            parts.Add($"every client connected anew after {Words.Plural(rules.Churn, "operation")}, and connecting "
                + "is part of no latency");
        }

        return Words.Capital(Words.Stop(string.Join("; ", parts)));
    }
}
