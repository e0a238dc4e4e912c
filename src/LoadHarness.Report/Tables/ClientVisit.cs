using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>One visit of a level with its clients and its operation types.</summary>
internal sealed class ClientVisit
{
    private readonly IReadOnlyList<LevelRow> _types;

    private ClientVisit(LevelRow level, IReadOnlyList<LevelRow> types, IReadOnlyList<ClientRow> clients) =>
        (Level, _types, Clients) = (level, types, clients);

    /// <summary>The level's total.</summary>
    public LevelRow Level { get; }

    /// <summary>Its clients, by number.</summary>
    public IReadOnlyList<ClientRow> Clients { get; }

    /// <summary>Names of the operation types, where the stage mixes several.</summary>
    public IEnumerable<string> Types => _types.Select(row => row.Operation);

    /// <summary>Operations of all clients.</summary>
    public long ClientOperations => Clients.Sum(client => client.Operations);

    /// <summary>Throughput of all clients, operations/s.</summary>
    public string Sum => Clients.Count == 0 ? NumberText.None
        : NumberText.Grouped(Clients.Sum(client => client.Throughput_per_s));

    /// <summary>Throughput of the slowest client.</summary>
    public string Slowest => Quantile(0);

    /// <summary>Throughput of the median client.</summary>
    public string Median => Quantile(0.5);

    /// <summary>Throughput of the fastest client.</summary>
    public string Fastest => Quantile(1);

    /// <summary>Whether the level passed its checks: valid, suspect or invalid.</summary>
    public string Grade => LevelValidity.Parse(Level.Validity).Grade.ToString().ToLowerInvariant();

    /// <summary>Whether the clients and the operation types add up to the total.</summary>
    public string Agreement => Clients.Count == 0 ? "no client rows"
        : ClientOperations != Level.Operations ? $"no: {NumberText.Count(ClientOperations - Level.Operations)}"
        : _types.Count > 0 && _types.Sum(row => row.Operations) != Level.Operations ? "no: types"
        : "yes";

    /// <summary>The first visits that make a curve: by clients, then in the order of the run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="curve">The curve.</param>
    /// <param name="most">So many at most.</param>
    public static IReadOnlyList<ClientVisit> Of(StoredRun run, CurveKey curve, int most)
    {
        var clients = run.Clients.Where(row => curve.Holds(row.Key)).ToLookup(row => row.Key.Sequence);
        return
        [
            .. run.Levels.Where(row => curve.Holds(row.Key) && row.Key.Phase.IsOfCurve())
                .GroupBy(row => row.Key.Sequence).OrderBy(rows => rows.Key).Take(most)
                .Select(rows => new ClientVisit(
                    rows.FirstOrDefault(RawRows.IsTotal) ?? rows.First(),
                    rows.Any(RawRows.IsTotal) ? [.. rows.Where(row => !RawRows.IsTotal(row))] : [],
                    [.. clients[rows.Key].OrderBy(row => row.Client)]))
                .OrderBy(visit => visit.Level.Key.Clients).ThenBy(visit => visit.Level.Key.Sequence),
        ];
    }

    /// <summary>Throughput of one client; nothing where clients have no columns of their own.</summary>
    public string OwnThroughput(int client) => client < Clients.Count && Clients.Count <= ClientsTable.MostColumns
        ? NumberText.Grouped(Clients[client].Throughput_per_s)
        : "";

    /// <summary>Throughput of one operation type.</summary>
    public string OfType(string type) =>
        NumberText.Grouped(_types.FirstOrDefault(
            row => string.Equals(row.Operation, type, StringComparison.Ordinal))?.Throughput_per_s ?? double.NaN);

    private string Quantile(double share)
    {
        if (Clients.Count <= ClientsTable.MostColumns) return "";
        var sorted = Clients.Select(client => client.Throughput_per_s).Order().ToList();
        return NumberText.Grouped(sorted[(int)Math.Round(share * (sorted.Count - 1))]);
    }
}
