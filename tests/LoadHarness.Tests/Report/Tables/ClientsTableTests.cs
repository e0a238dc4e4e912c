using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Tables;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Tables;

public class ClientsTableTests
{
    private static readonly CurveKey s_curve = new("mixed", "select", "stage");

    [Fact]
    public void Each_client_has_a_column_and_the_sum_agrees_with_the_total()
    {
        var table = ClientsTable.Of(Run(60, [40, 20]), s_curve);
        table.Columns.Select(column => column.Header).ShouldBe(
            ["Clients", "Start", "Visit", "Client 1", "Client 2", "Sum of clients", "Total",
                "Operations, sum of clients", "Operations, total", "Level", "Agree"]);
        table.Rows.Single().ShouldBe(["2", "1", "ladder", "40.0", "20.0", "60.0", "60.0", "60", "60", "valid", "yes"]);
    }

    [Fact]
    public void A_sum_that_differs_from_the_total_is_shown() =>
        ClientsTable.Of(Run(61, [40, 20]), s_curve).Rows.Single()[^1].ShouldBe("no: −1");

    [Fact]
    public void A_level_without_client_rows_says_so() =>
        ClientsTable.Of(Run(61, []), s_curve).Rows.Single()[^1].ShouldBe("no client rows");

    [Fact]
    public void Many_clients_are_shown_by_the_slowest_the_median_and_the_fastest()
    {
        var table = ClientsTable.Of(Run(45, [1, 2, 3, 4, 5, 6, 7, 8, 9]), s_curve);
        var row = table.Columns.Zip(table.Rows.Single(), (column, text) => (column.Header, text))
            .ToDictionary(cell => cell.Header, cell => cell.text, StringComparer.Ordinal);
        row["Client 1"].ShouldBe("");
        (row["Slowest"], row["Median"], row["Fastest"]).ShouldBe(("1.00", "5.00", "9.00"));
        row["Agree"].ShouldBe("yes");
    }

    [Fact]
    public void Operation_types_of_a_mixed_stage_add_up_to_the_total()
    {
        var run = Run(60, [40, 20]);
        var types = new[] { run.Levels[0] with { Operation = "get", Operations = 50 },
            run.Levels[0] with { Operation = "put", Operations = 10 } };
        var mixed = run with { Levels = [.. types, run.Levels[0] with { Operation = "total" }] };
        ClientsTable.Of(mixed, s_curve).Rows.Single()[^1].ShouldBe("yes");
        ClientsTable.Of(mixed, s_curve)
            .Columns.ShouldContain(column => column.Header.Equals("of which `get`", StringComparison.Ordinal));
        var wrong = run with { Levels = [types[0], run.Levels[0] with { Operation = "total" }] };
        ClientsTable.Of(wrong, s_curve).Rows.Single()[^1].ShouldBe("no: types");
    }

    [Fact]
    public void Clients_add_up_to_the_total_in_every_visit_of_the_synthetic_run()
    {
        var run = SyntheticRun.Hashtable();
        foreach (var curve in run.Levels.Select(row => CurveKey.Of(row.Key)).Distinct())
            ClientsTable.Of(run, curve)
                .Rows.ShouldAllBe(row => row[row.Count - 1].Equals("yes", StringComparison.Ordinal));
    }

    private static StoredRun Run(long total, long[] clients)
    {
        var key = new RunKey("mixed", "select", "stage", 0, LevelPhase.Ladder, clients.Length, 0);
        return SyntheticRun.NumberList([1]) with
        {
            Levels = [new LevelRow { Key = key, Operation = "stage", Operations = total, Throughput_per_s = total }],
            Clients = [.. clients.Select(
                (operations, i) => new ClientRow { Key = key, Client = i, Operations = operations,
                    Throughput_per_s = operations })],
        };
    }
}
