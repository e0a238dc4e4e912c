using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>What a held connection costs each side in memory.</summary>
internal static class ConnectionsTable
{
    private const double KiB = 1024;
    private const double GeneratorGoal_KiB = 2;
    private const double ServerGoal_KiB = 5;

    /// <summary>Builds the table.</summary>
    public static ReportTable Of(IReadOnlyList<ConnectionRow> rows) => ReportTable.Of(
        rows,
        new("Server", false, row => Side(Words.Name(row.Model), row.ServerProcesses)),
        new("Generator", false, row => Side(Words.Name(row.Loop), row.GeneratorProcesses)),
        new("Connections", true, row => NumberText.Count(row.Connected)),
        new("Asked for", true, row => NumberText.Count(row.Requested)),
        new("Held, s", true, row => NumberText.Plain(row.Length_s, 0)),
        new("Operations", true, row => NumberText.Count(row.Operations)),
        new("Errors", true, row => NumberText.Count(row.Errors)),
        new("Generator, KiB each", true, row => Each(row.Generator_bytes, row.Connected, GeneratorGoal_KiB)),
        new("Server, KiB each", true, row => Each(row.Server_bytes, row.Connected, ServerGoal_KiB)));

    private static string Side(string name, int processes) =>
        processes == 1 ? $"{name}, one process" : $"{name}, {NumberText.Count(processes)} processes";

    private static string Each(long all_bytes, int connections, double goal_KiB) => connections == 0
        ? NumberText.None
        : $"{NumberText.Plain(all_bytes / KiB / connections, 2)} (goal {NumberText.Plain(goal_KiB, 0)})";
}
