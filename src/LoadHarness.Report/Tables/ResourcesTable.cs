using LoadHarness.Report.Text;
using LoadHarness.Results;

using Columns = LoadHarness.Results.Columns.Tables;

namespace LoadHarness.Report.Tables;

/// <summary>
/// What each visit of a level cost, one row for each: the server's process, and behind it the CPU time of the load
/// generator. Names and meanings are those of the CSV file.
/// </summary>
internal static class ResourcesTable
{
    private const string Server = "sut";

    private static readonly string[] _visit = ["clients", "repetition", "phase"];

    private static readonly string[] _generator = ["user_cpu_s", "system_cpu_s"];

    /// <summary>Builds the table.</summary>
    /// <param name="rows">Rows of both processes, in the order in which visits are to be shown.</param>
    /// <param name="names">Columns shown of the server.</param>
    public static ReportTable Of(IEnumerable<ResourceRow> rows, IReadOnlyList<string> names)
    {
        var visits = rows.GroupBy(row => row.Key.Sequence).Select(visit => (
            Sut: visit.FirstOrDefault(IsServer), Generator: visit.FirstOrDefault(row => !IsServer(row)))).ToList();
        return ReportTable.Of(visits,
        [
            .. _visit.Select(name => Column(name, Words.Name(name), visit => visit.Sut ?? visit.Generator)),
            .. names.Select(name => Column(name, Words.Name(name), visit => visit.Sut)),
            .. _generator.Select(name => Column(name, $"generator's {Words.Name(name)}", visit => visit.Generator)),
        ]);

        TableColumn<(ResourceRow? Sut, ResourceRow? Generator)> Column(
            string name, string header, Func<(ResourceRow? Sut, ResourceRow? Generator), ResourceRow?> row)
        {
            var column = Columns.Resources[name];
            return new(
                header,
                visits.Exists(visit => row(visit) is { } one && !double.IsNaN(column.Value(one))),
                visit => row(visit) is { } one ? column.ToReport(one) : NumberText.None);
        }
    }

    private static bool IsServer(ResourceRow row) => string.Equals(row.Process, Server, StringComparison.Ordinal);
}
