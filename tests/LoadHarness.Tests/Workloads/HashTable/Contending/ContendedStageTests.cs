using System.Text.Json.Nodes;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Tests.Workloads.HashTable.Loading;
using LoadHarness.Tests.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Contending;

public sealed class ContendedStageTests
{
    private static readonly HashSet<string> _silentOnRemove =
        new(StringComparer.Ordinal) { "decimal-10", "decimal-16" };

    public static TheoryData<string> Dialects => [.. DialectFiles.Default.Names];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Every_dialect_tells_what_was_seen(string dialect)
    {
        var run = new SocketlessRun(Service(dialect), Population(out var history, dialect));
        history.BeginHistory(1, room: 3000);
        run.Prepare().ShouldBe(8);
        for (var i = 0; i < 3000; i++) run.Measure().ShouldBe(Outcome.Correct);

        var recorded = history.TakeHistory();

        recorded.Keys.ShouldBe(Enumerable.Range(0, 8).Select(key => $"c1-{key}"));
        var all = recorded.Operations.SelectMany(key => key).ToList();
        all.Count.ShouldBe(3000);
        all.ShouldContain(operation => operation.Kind == KeyOperationKind.Read && operation.Value > 0);
        all.ShouldContain(operation => operation.Kind == KeyOperationKind.Read && operation.IsMiss);
        // Some say of a remove no more than that the key is gone now: then it may have been any.
        if (!_silentOnRemove.Contains(dialect))
            all.ShouldContain(operation => operation.Kind == KeyOperationKind.Remove && operation.Value > 0);
        all.Select(operation => operation.Client).Distinct().ShouldBe([0, 1, 2], ignoreOrder: true);
        LevelHistory.Check([recorded]).Verdict.ShouldBe(HistoryVerdict.Linearizable);
    }

    [Fact]
    public void Every_history_begins_without_keys_whatever_the_server_holds()
    {
        var service = Service("newline");
        for (var restart = 0; restart < 2; restart++)
        {
            // The second population is that of another run on a server that goes on.
            var run = new SocketlessRun(service, Population(out var history));
            history.BeginHistory(1, room: 500);
            run.Prepare().ShouldBe(8);
            for (var i = 0; i < 500; i++) run.Measure();
            LevelHistory.Check([history.TakeHistory()]).Verdict.ShouldBe(HistoryVerdict.Linearizable);
        }
    }

    [Fact]
    public void Without_a_history_nothing_is_prepared_or_recorded()
    {
        var run = new SocketlessRun(Service("newline"), Population(out var history));
        run.Prepare().ShouldBe(0);
        for (var i = 0; i < 100; i++) run.Measure().ShouldBe(Outcome.Correct);
        history.TakeHistory().Operations.ShouldAllBe(key => key.Count == 0);
    }

    [Fact]
    public void Threads_share_keys_and_never_write_the_same_value()
    {
        var service = Service("newline");
        var parts = new List<RecordedHistory>();
        foreach (var index in new[] { 0, 1 })
        {
            var run = new SocketlessRun(
                service, Population(out var history, share: new PopulationShare(index, 2)));
            history.BeginHistory(4, room: 1000);
            run.Prepare().ShouldBe(index == 0 ? 8 : 0);
            for (var i = 0; i < 1000; i++) run.Measure();
            parts.Add(history.TakeHistory());
        }

        parts[0].Keys.ShouldBe(parts[1].Keys);
        LevelHistory.Check(parts).Verdict.ShouldBe(HistoryVerdict.Linearizable);
        parts.SelectMany(part => part.Operations).SelectMany(key => key)
            .Where(operation => operation.Kind == KeyOperationKind.Write).Select(write => write.Value)
            .ShouldBeUnique();
    }

    [Fact]
    public void What_was_given_up_may_have_happened_or_not()
    {
        var run = new SocketlessRun(Service("newline"), Population(out var history), clients: 1);
        history.BeginHistory(1, room: 100);
        run.Abandon(Purpose.Prepare);
        run.Prepare().ShouldBe(8);
        for (var i = 0; i < 20; i++) run.Abandon(Purpose.Measure);

        var all = history.TakeHistory().Operations.SelectMany(key => key).ToList();

        all.Count.ShouldBe(21);
        all.ShouldAllBe(operation => !operation.IsKnown);
    }

    [Theory]
    [InlineData("{\"status\":\"nonsense\"}\n")]
    [InlineData("{\"status\":\"OK\",\"result\":{\"weight\":1,\"name\":\"a\"}}\n")]
    [InlineData("{\"status\":\"OK\",\"result\":null}\n")]
    public void What_nobody_can_have_written_is_a_wrong_answer(string answer)
    {
        var run = new SocketlessRun(Service("newline"), Population(out var history))
        {
            Spoil = original => original.AsSpan().IndexOf("\"weight\""u8) < 0
                ? original
                : System.Text.Encoding.ASCII.GetBytes(answer),
        };
        history.BeginHistory(1, room: 1000);
        run.Prepare();
        var outcomes = Enumerable.Range(0, 300).Select(_ => run.Measure()).ToList();

        outcomes.ShouldContain(Outcome.WrongAnswer);
        outcomes.ShouldContain(Outcome.Correct);
        history.TakeHistory().Operations.SelectMany(key => key)
            .ShouldAllBe(o => !o.IsKnown || o.Kind == KeyOperationKind.Write || o.Value == KeyOperation.Absent);
    }

    [Fact]
    public void Spaces_escapes_and_the_order_of_members_mean_nothing()
    {
        var run = new SocketlessRun(Service("newline"), Population(out var history))
        {
            Spoil = answer =>
            {
                var node = JsonNode.Parse(answer)!;
                if (node["result"] is JsonObject value) node["result"] = new JsonObject(value.Reverse()
                    .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value!.DeepClone())));
                return [.. " "u8, .. System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()), (byte)'\n'];
            },
        };
        history.BeginHistory(1, room: 1000);
        run.Prepare();
        for (var i = 0; i < 500; i++) run.Measure().ShouldBe(Outcome.Correct);
        history.TakeHistory().Operations.SelectMany(key => key)
            .ShouldContain(operation => operation.Kind == KeyOperationKind.Read && operation.Value > 0);
    }

    [Fact]
    public void Nothing_is_allocated_per_operation()
    {
        var population = Population(out var history);
        history.BeginHistory(1, ClientAllocation.MostOperations);
        var found = """
            {"status":"OK","result":{"weight":1000000026,"name":"abcdefghijklmnopqrstuvwxyzabcdefg"}}

            """u8.ToArray();
        ClientAllocation.LeastOf_bytes(population.CreateClient(0), found, outcome: null).ShouldBe(0);
    }

    private static IService Service(string dialect) => new TestTable(dialect: dialect).Service;

    private static IClientPopulation Population(
        out IHistorySource history, string dialect = "newline", PopulationShare? share = null)
    {
        var population = LoopRun.Workload.CreatePopulation(
            LoopRun.Settings(("dialect", dialect)), "contended", share ?? PopulationShare.Whole, seed: 5);
        history = population.ShouldBeAssignableTo<IHistorySource>()!;
        return population;
    }
}
