using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>
/// The raw data as the assignments ask for it: clients × each client × total, for one curve, one row for each visit of
/// a level.
/// </summary>
internal static class ClientsTable
{
    /// <summary>Clients that get a column of their own; larger levels show the slowest, the median and the fastest
    /// client.</summary>
    public const int MostColumns = 8;

    /// <summary>Visits shown, in the order of the run; the file has all of them.</summary>
    public const int MostVisits = 100;

    /// <summary>Builds the table.</summary>
    /// <param name="run">The run.</param>
    /// <param name="curve">The curve.</param>
    public static ReportTable Of(StoredRun run, CurveKey curve)
    {
        var visits = ClientVisit.Of(run, curve, MostVisits);
        var columns = new List<TableColumn<ClientVisit>>
        {
            new("Clients", true, visit => NumberText.Count(visit.Level.Key.Clients)),
            new("Start", true, visit => NumberText.Count(visit.Level.Key.Repetition + 1)),
            new("Visit", false, visit => visit.Level.Key.Phase.ToString().ToLowerInvariant()),
        };
        var own = Math.Min(MostColumns, visits.Select(visit => visit.Clients.Count).DefaultIfEmpty(0).Max());
        for (var i = 0; i < own; i++)
        {
            var client = i;
            columns.Add(new("Client " + NumberText.Count(client + 1), true, visit => visit.OwnThroughput(client)));
        }

        if (visits.Any(visit => visit.Clients.Count > MostColumns))
        {
            columns.Add(new("Slowest", true, visit => visit.Slowest));
            columns.Add(new("Median", true, visit => visit.Median));
            columns.Add(new("Fastest", true, visit => visit.Fastest));
        }

        columns.Add(new("Sum of clients", true, visit => visit.Sum));
        columns.Add(new("Total", true, visit => NumberText.Grouped(visit.Level.Throughput_per_s)));
        columns.AddRange(visits.SelectMany(visit => visit.Types).Distinct(StringComparer.Ordinal)
            .Select(type => new TableColumn<ClientVisit>(
            "of which " + Words.Name(type), true, visit => visit.OfType(type))));
        columns.Add(new("Operations, sum of clients", true, visit => NumberText.Count(visit.ClientOperations)));
        columns.Add(new("Operations, total", true, visit => NumberText.Count(visit.Level.Operations)));
        columns.Add(new("Level", false, visit => visit.Grade));
        columns.Add(new("Agree", false, visit => visit.Agreement));
        return ReportTable.Of(visits, [.. columns]);
    }
}
