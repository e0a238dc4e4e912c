using System.Globalization;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Experiments.Running;

/// <summary>The open loop of a plan in words.</summary>
internal static class OpenText
{
    /// <summary>The rates, or the shares of the capacity.</summary>
    public static string Rates(OpenSetup open) => open.ReplacesClients
        ? $"rates of {List(open.Rates_per_s, 1)} operations/s"
        : $"{Shares(open)} % of the capacity found";

    /// <summary>The shares of the capacity, %.</summary>
    public static string Shares(OpenSetup open) => List(open.Ladder, 100);

    /// <summary>How operations arrive and what they share.</summary>
    public static string Arrivals(OpenSetup open) =>
        $"{open.Arrivals.ToString().ToLowerInvariant()} arrivals over {Connections(open)}; "
        + (open.WhenBusy == BusyPolicy.Queue
            ? "an operation that finds all of them busy waits and is charged for it"
            : "an operation that finds all of them busy is dropped and counted");

    /// <summary>A number of connections.</summary>
    public static string Count(int connections) => string.Create(
        CultureInfo.InvariantCulture, $"{connections} connection{(connections == 1 ? "" : "s")}");

    private static string Connections(OpenSetup open)
    {
        if (open.Connections > 0) return Count(open.Connections);
        return open.ReplacesClients
            ? Count(ConnectionRule.Fewest)
            : string.Create(CultureInfo.InvariantCulture, $"{ConnectionRule.PerClient} connections for each client at "
                + $"which it levels out ({ConnectionRule.Fewest} to {ConnectionRule.Most})");
    }

    private static string List(IEnumerable<double> values, double factor) => string.Join(
        ", ", values.Select(value => (factor * value).ToString("#,0.###", CultureInfo.InvariantCulture)));
}
