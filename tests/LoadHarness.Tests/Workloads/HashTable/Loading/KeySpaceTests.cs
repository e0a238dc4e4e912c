using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Tests.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Loading;

public sealed class KeySpaceTests : IDisposable
{
    private const int Keys = 2000;
    private const int Pool = 10;

    private static readonly int[] _spaces = [0, 1, 11];

    private readonly TestTable _table = new();

    public void Dispose() => _table.Dispose();

    [Theory]
    [InlineData("newline")]
    [InlineData("decimal-comma")]
    public void Programs_with_different_spaces_have_no_key_in_common(string dialect)
    {
        // The table speaks the usual dialect; requests of any other are only compared.
        var requests = _spaces.Select(space => Requests(dialect, space)).ToList();
        requests.SelectMany(r => r).Distinct(StringComparer.Ordinal).Count()
            .ShouldBe(requests.Sum(r => r.Count));
    }

    [Fact]
    public void Every_space_has_all_its_keys_and_right_answers_in_every_stage()
    {
        foreach (var space in _spaces)
        {
            var settings = LoopRun.Settings(("keys", "2000"), ("pool", "10"));
            foreach (var stage in new[] { "insert", "lookup", "scan", "remove" })
            {
                var run = new LoopRun(_table, LoopRun.Workload.CreatePopulation(
                    settings, stage, new PopulationShare(0, 1, space), seed: 1));
                run.Prepare();
                run.Measure(Pool).ShouldBe(Pool);
                run.Ended.Keys.ShouldAllBe(ended => ended.Outcome == Outcome.Correct, stage);
            }
        }

        _table.Store.Count.ShouldBe(3 * Keys);
    }

    private static List<string> Requests(string dialect, int space)
    {
        var settings = LoopRun.Settings(("keys", "2000"), ("pool", "10"), ("dialect", dialect), ("prepare-batch", "1"));
        var population = LoopRun.Workload.CreatePopulation(
            settings, "remove", new PopulationShare(0, 1, space), seed: 1);
        var client = population.CreateClient(0);
        var output = new ArrayBufferWriter<byte>();
        var all = new List<string>();
        while (client.Begin(Purpose.Prepare, output).Next != ClientNext.Idle)
        {
            all.Add(Encoding.Latin1.GetString(output.WrittenSpan));
            output.ResetWrittenCount();
        }

        return all;
    }
}
