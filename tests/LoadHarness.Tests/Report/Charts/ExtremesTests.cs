using LoadHarness.Report.Charts;

namespace LoadHarness.Tests.Report.Charts;

public sealed class ExtremesTests
{
    [Fact]
    public void Few_items_all_stay()
    {
        double[] few = [3, double.NaN, 1];
        Extremes.Of(few, 3, value => value).ShouldBe(few);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(777)]
    [InlineData(9_999)]
    public void The_lowest_and_the_highest_stay_wherever_they_stand(int place)
    {
        var values = Enumerable.Range(0, 10_000).Select(i => 100.0 + i % 7).ToArray();
        values[place] = 1;
        Extremes.Of(values, 300, value => value).ShouldContain(1);
        values[place] = 1e6;
        Extremes.Of(values, 300, value => value).ShouldContain(1e6);
    }

    [Fact]
    public void What_stays_is_no_more_than_asked_and_in_its_order()
    {
        var random = new Random(5);
        var items = Enumerable.Range(0, 1_001).Select(i => (Place: i, Value: random.NextDouble())).ToList();
        var kept = Extremes.Of(items, 300, item => item.Value);
        kept.Count.ShouldBe(300);
        kept.ShouldBe(kept.OrderBy(item => item.Place));
    }

    [Fact]
    public void A_stretch_without_any_difference_leaves_one_item() =>
        Extremes.Of(Enumerable.Repeat(4.0, 1_000).ToList(), 300, value => value).Count.ShouldBe(150);

    [Fact]
    public void Items_without_a_finite_value_hide_no_extreme()
    {
        var values = Enumerable.Range(0, 1_000)
            .Select(i => i % 3 == 0 ? double.NaN : i % 3 == 1 ? double.PositiveInfinity : (double)i).ToList();
        var kept = Extremes.Of(values, 10, value => value);
        kept.ShouldAllBe(value => double.IsFinite(value));
        kept[0].ShouldBe(2);
        kept[^1].ShouldBe(998);
    }
}
