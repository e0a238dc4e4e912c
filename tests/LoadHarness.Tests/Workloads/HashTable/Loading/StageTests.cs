using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Tests.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Loading;

public sealed class StageTests : IDisposable
{
    private const int Keys = 2000;
    private const int Pool = 50;

    private readonly TestTable _table = new();
    private readonly WorkloadSettings _settings = LoopRun.Settings(("keys", "2000"), ("pool", "50"));

    public void Dispose() => _table.Dispose();

    private int Size => _table.Store.Count;

    [Fact]
    public void Preparation_puts_the_base_keys_there_and_then_has_nothing_to_do()
    {
        var run = Run("lookup");
        run.Prepare().ShouldBe(Keys + (2 * Pool));
        Size.ShouldBe(Keys);
        run.Prepare().ShouldBe(0);
        AllCorrect(run);
    }

    [Theory]
    [InlineData("lookup", 1, 1000)]
    [InlineData("scan", 2, 200)]
    [InlineData("insert", 0, Pool)]
    [InlineData("remove", 3, Pool)]
    public void A_stage_does_its_own_type_of_operation_until_its_pool_is_used_up(string stage, int type, int count)
    {
        var run = Run(stage);
        run.Prepare();
        run.Ended.Clear();
        run.Measure(count).ShouldBe(count);
        run.Ended.ShouldBe(new Dictionary<(int, Outcome), int> { [(type, Outcome.Correct)] = count });
        if (count == Pool) run.Measure(1).ShouldBe(0);
    }

    [Theory]
    [InlineData("insert", Keys, Keys + 30)]
    [InlineData("remove", Keys + Pool, Keys + Pool - 30)]
    public void Preparation_brings_back_what_the_measurement_changed(string stage, int before, int after)
    {
        var run = Run(stage);
        run.Prepare();
        Size.ShouldBe(before);
        run.Measure(30);
        Size.ShouldBe(after);
        run.Prepare().ShouldBe(30);
        Size.ShouldBe(before);
        AllCorrect(run);
    }

    [Fact]
    public void The_mix_goes_on_for_ever()
    {
        var run = Run("mixed");
        run.Prepare();
        run.Ended.Clear();
        run.Measure(5000).ShouldBe(5000);
        AllCorrect(run);
        run.Ended[(1, Outcome.Correct)].ShouldBeInRange(4300, 4700);
        run.Ended[(0, Outcome.Correct)].ShouldBeInRange(150, 350);
        run.Ended[(3, Outcome.Correct)].ShouldBeInRange(150, 350);
    }

    [Fact]
    public void A_stage_cleans_up_after_the_stage_before_it()
    {
        var insert = Run("insert");
        insert.Prepare();
        insert.Measure(Pool);
        var scan = Run("scan");
        scan.Prepare().ShouldBe(Pool);
        Size.ShouldBe(Keys);
    }

    [Theory]
    [InlineData("insert", true)]
    [InlineData("insert", false)]
    [InlineData("remove", true)]
    [InlineData("remove", false)]
    public void What_was_abandoned_is_set_right_again(string stage, bool isExecuted)
    {
        var run = Run(stage);
        run.Prepare();
        var before = Size;
        run.Abandon(isExecuted);
        run.Prepare().ShouldBe(1);
        Size.ShouldBe(before);
        AllCorrect(run);
    }

    [Fact]
    public void A_new_server_is_filled_again()
    {
        var population = Population("remove");
        new LoopRun(_table, population).Prepare();
        population.ServerReplaced();
        var other = new TestTable();
        new LoopRun(other, population).Prepare();
        other.Store.Count.ShouldBe(Keys + Pool);
    }

    [Fact]
    public void Shares_own_different_keys_and_see_all_base_keys()
    {
        var shares = Enumerable.Range(0, 3)
            .Select(i => new LoopRun(
                _table, LoopRun.Workload.CreatePopulation(_settings, "remove", new PopulationShare(i, 3), 1)))
            .ToList();
        foreach (var share in shares) share.Prepare();
        Size.ShouldBe(Keys + (3 * Pool));
        foreach (var share in shares) share.Measure(Pool).ShouldBe(Pool);
        Size.ShouldBe(Keys);
        var lookups =
            new LoopRun(_table, LoopRun.Workload.CreatePopulation(_settings, "lookup", new PopulationShare(1, 3), 1));
        lookups.Measure(2000);
        AllCorrect(lookups);
    }

    [Fact]
    public void The_same_seed_gives_the_same_requests()
    {
        static string Requests(long seed)
        {
            var client = LoopRun.Workload.CreatePopulation(LoopRun.Settings(), "lookup", PopulationShare.Whole, seed)
                .CreateClient(0);
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            for (var i = 0; i < 20; i++) client.Begin(Purpose.Measure, output);
            return System.Text.Encoding.ASCII.GetString(output.WrittenSpan);
        }

        Requests(5).ShouldBe(Requests(5));
        string.Equals(Requests(5), Requests(6), StringComparison.Ordinal).ShouldBeFalse();
    }

    private IClientPopulation Population(string stage) =>
        LoopRun.Workload.CreatePopulation(_settings, stage, PopulationShare.Whole, seed: 7);

    private LoopRun Run(string stage) => new(_table, Population(stage));

    private static void AllCorrect(LoopRun run) => run.Ended.Keys.ShouldAllBe(key => key.Outcome == Outcome.Correct);
}
