using LoadHarness.Analysis.Holding;
using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Holding;

public sealed class HoldCostTests
{
    [Fact]
    public void What_a_client_costs_is_the_slope_between_the_lowest_and_the_highest_level()
    {
        var cost = HoldCost.Of([Level(100, 60_000_000, 112, 190), Level(1000, 69_000_000, 1012, 1090),
            Level(10_000, 159_000_000, 10_012, 10_090)]);
        (cost.FromClients, cost.ToClients).ShouldBe((100, 10_000));
        cost.Memory_bytes.ShouldBe(10_000);
        cost.Threads.ShouldBe(1);
        cost.Descriptors.ShouldBe(1);
    }

    [Fact]
    public void A_level_that_was_not_held_does_not_count()
    {
        var failed = Level(10_000, 60_000_000, 500, 600) with
        {
            Validity = LevelValidity.Of([new ValidityIssue(ValidityCode.NotConnected, ValidityGrade.Invalid, "some")]),
        };
        HoldCost.Of([Level(100, 60_000_000, 11, 190), Level(200, 60_100_000, 11, 290), failed])
            .ShouldBe(new HoldCost(100, 200, 1000, 0, 1));
    }

    [Fact]
    public void One_level_tells_no_slope()
    {
        double.IsNaN(HoldCost.Of([Level(100, 60_000_000, 112, 190)]).Memory_bytes).ShouldBeTrue();
        double.IsNaN(HoldCost.Of([]).Threads).ShouldBeTrue();
    }

    private static LevelSummary Level(int clients, long rss_bytes, int threads, int descriptors) => new()
    {
        Clients = clients,
        Throughput = Interval.None,
        Resources = new ResourceSummary
        {
            SutRss_bytes = rss_bytes,
            SutThreads = threads,
            SutDescriptors = descriptors,
        },
    };
}
