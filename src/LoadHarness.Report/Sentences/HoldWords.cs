using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what held clients cost.</summary>
internal static class HoldWords
{
    /// <summary>All models in one text, the cheapest in memory first.</summary>
    public static string Held(IReadOnlyList<Finding> findings)
    {
        var models = findings.OrderBy(f => Cost(f) is var cost && double.IsFinite(cost) ? cost : double.MaxValue)
            .Select(Model);
        return string.Join(" ", models) + " Clients were held at fixed numbers and mostly waited, so throughput is "
            + "theirs over their pause and has nothing to level out.";
    }

    /// <summary>What one more held client costs, in a few words; empty when unknown.</summary>
    /// <param name="memory_bytes">Memory per client, bytes.</param>
    /// <param name="threads">Threads per client.</param>
    public static string PerClient(double memory_bytes, double threads) => double.IsFinite(memory_bytes)
        ? $"{NumberText.Of(memory_bytes, Quantity.Size_bytes, 2)} of memory and {Threads(threads)}"
        : "";

    /// <summary>Threads per client with a noun; what rounds to nothing is none.</summary>
    public static string Threads(double perClient) =>
        !double.IsFinite(perClient) ? "an unknown number of threads"
        : Math.Abs(perClient) < 0.005 ? "no thread"
        : Math.Abs(perClient - 1) < 0.05 ? "a thread"
        : NumberText.Digits(perClient, 2) + " threads";

    private static double Cost(Finding f) => f.Number("memory_per_client_bytes");

    private static string Model(Finding f)
    {
        var cost = PerClient(Cost(f), f.Number("threads_per_client"));
        var slope = cost.Length == 0
            ? "what one more client costs takes a second level to tell"
            : $"each client beyond {NumberText.Count((long)f.Number("from_clients"))} costs it {cost}";
        return $"{Phrase.Models(f)} holds {Phrase.Clients(f, "clients")} in "
            + $"{NumberText.Of(f.Number("rss_bytes"), Quantity.Size_bytes)} with "
            + $"{Words.Plural(f.Number("threads"), "thread")}; {slope}. A client that is ready has its answer in "
            + $"{Words.Time(f.Number("latency_p50_us"))} (median).";
    }
}
