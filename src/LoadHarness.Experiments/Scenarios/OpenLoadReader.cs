using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>Reads what a scenario's <c>load</c> says about an open loop.</summary>
internal static class OpenLoadReader
{
    private const string Rate = "rate";
    private const double LowestRate_per_s = 0.1;
    private const double LowestShare = 0.01;
    private const double HighestShare = 2;

    private static readonly string[] _models = ["clients", Rate];
    private static readonly string[] _openKeys = ["arrivals", "connections", "when_busy"];
    private static readonly string[] _clientKeys = ["max_clients", "holds", "rate_ladder"];

    /// <summary>Reads.</summary>
    /// <param name="section">The section <c>load</c>.</param>
    /// <returns>Null for a closed loop.</returns>
    public static OpenSetup? Read(YamlSection section)
    {
        var isRate = string.Equals(section.Word("model", _models), Rate, StringComparison.Ordinal);
        var rates = section.Numbers("rate_per_s", LowestRate_per_s, OpenLoad.HighestRate_per_s);
        var ladder = section.Numbers("rate_ladder", LowestShare, HighestShare);
        var arrivals = section.Word("arrivals", NamesOf<Arrivals>());
        var connections = section.Whole("connections", 0, 1, ScenarioFile.MostClients);
        var whenBusy = section.Word("when_busy", NamesOf<BusyPolicy>());
        foreach (var (key, problem) in Contradictions(section, isRate)) section.Complain(key, problem);
        if (rates.Count == 0 && ladder.Count == 0) return null;
        var usual = new OpenSetup();
        return new OpenSetup
        {
            Rates_per_s = [.. rates.Distinct().Order()],
            Ladder = [.. ladder.Distinct().Order()],
            Arrivals = arrivals is null ? usual.Arrivals : ValueOf<Arrivals>(arrivals),
            Connections = connections,
            WhenBusy = whenBusy is null ? usual.WhenBusy : ValueOf<BusyPolicy>(whenBusy),
        };
    }

    private static TEnum ValueOf<TEnum>(string name)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(name, ignoreCase: true);

    private static IEnumerable<(string Key, string Problem)> Contradictions(YamlSection section, bool isRate)
    {
        if (isRate && !section.Has("rate_per_s"))
        {
            yield return ("rate_per_s", "is missing: model: rate offers operations per second, "
                + "e.g. rate_per_s: [1000, 5000]");
        }

        if (!isRate && section.Has("rate_per_s"))
            yield return ("rate_per_s", "goes with model: rate, in place of a ladder of clients; give that, too");
        foreach (var key in isRate ? _clientKeys.Where(section.Has) : [])
            yield return (key, "goes with a ladder of clients; with model: rate leave it out");
        if (isRate || section.Has("rate_ladder")) yield break;
        foreach (var key in _openKeys.Where(section.Has))
            yield return (key, "goes with model: rate or with a rate_ladder; leave it out");
    }

    private static IReadOnlyList<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant())];
}
