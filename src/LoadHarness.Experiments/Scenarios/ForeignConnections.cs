using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>
/// A server that takes a limited number of connections (<see cref="ForeignServer.MaxConnections"/>) refuses or resets
/// those beyond: a level there would measure its refusals.
/// </summary>
internal static class ForeignConnections
{
    /// <summary>The load with the usual highest level lowered to what the server takes.</summary>
    /// <param name="load">The load; its highest level was not given.</param>
    /// <param name="server">The server; null for one of ours.</param>
    public static LoadSetup Fit(LoadSetup load, ForeignServer? server) =>
        server?.MaxConnections is not { } most || most <= load.IdleConnections
            ? load
            : load with { MaxClients = Math.Min(load.MaxClients, most - load.IdleConnections) };

    /// <summary>What is wrong, by the key of the scenario it concerns.</summary>
    /// <param name="load">The load.</param>
    /// <param name="server">The server; null for one of ours.</param>
    public static IEnumerable<(string Key, string Problem)> Problems(LoadSetup load, ForeignServer? server)
    {
        if (server?.MaxConnections is not { } most) yield break;
        if (load.Open is { Connections: var shared } && shared + load.IdleConnections > most)
        {
            yield return ("load", FormattableString.Invariant(
                $"connections: {shared} are more than the server takes (server.max_connections: {most})"));
        }

        var clients = load.Holds.Count > 0 ? load.Holds[^1] : load.MaxClients;
        if (clients + load.IdleConnections <= most) yield break;
        var key = load.Holds.Count > 0 ? "holds" : "max_clients";
        var idle = load.IdleConnections > 0
            ? FormattableString.Invariant($" and {load.IdleConnections} idle connections")
            : "";
        yield return ("load", FormattableString.Invariant(
            $"{key}: {clients} clients{idle} are more than the server takes (server.max_connections: {most})"));
    }
}
