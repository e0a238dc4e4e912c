using FsCheck;
using FsCheck.Fluent;

using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Figures.Svg;

namespace LoadHarness.Tests.Report.Figures;

public class AxisTests
{
    private static readonly Axis s_linear = new("", AxisScale.Linear, Quantity.Rate_per_s);
    private static readonly Axis s_clients = new("", AxisScale.Log2, Quantity.Number);
    private static readonly Axis s_latency = new("", AxisScale.Log10, Quantity.Time_us);

    [Fact]
    public void A_linear_axis_starts_at_zero_and_ends_at_a_round_number_with_room_above() =>
        AxisRange.Of(s_linear, [3, 87]).ShouldBe((0, 100));

    [Fact]
    public void An_axis_of_sizes_has_ticks_that_are_whole_in_its_unit()
    {
        var axis = new Axis("", AxisScale.Linear, Quantity.Size_bytes);
        Labels(axis, [0, 88 * 1024 * 1024], 300).ShouldBe(["0", "32 MiB", "64 MiB", "96 MiB"]);
    }

    [Fact]
    public void An_axis_without_values_still_has_a_range() => AxisRange.Of(s_linear, [double.NaN]).ShouldBe((0, 1.5));

    [Fact]
    public void A_latency_axis_ends_at_ones_twos_and_fives()
    {
        var (low, high) = AxisRange.Of(s_latency, [13, 4_100]);
        low.ShouldBe(10, 1e-9);
        high.ShouldBe(5_000, 1e-6);
    }

    [Fact]
    public void Clients_are_labelled_at_powers_of_two_and_between() =>
        Labels(s_clients, [1, 32], 400).ShouldBe(["1", "2", "3", "4", "6", "8", "12", "16", "24", "32"]);

    [Fact]
    public void A_narrow_axis_of_clients_keeps_the_powers_of_two() =>
        Labels(s_clients, [1, 32], 150).ShouldBe(["1", "2", "4", "8", "16", "32"]);

    [Fact]
    public void Ten_thousand_clients_are_labelled_without_touching() =>
        Labels(s_clients, [1, 10_000], 300).ShouldBe(["1", "4", "16", "64", "256", "1024", "4096"]);

    [Fact]
    public void A_short_range_of_clients_is_labelled_by_whole_numbers() =>
        Labels(s_clients, [5, 7], 300).ShouldBe(["5", "6", "7", "8"]);

    [Fact]
    public void Latency_is_labelled_at_one_two_and_five() =>
        Labels(s_latency, [10, 1_000], 500).ShouldBe(["10 µs", "20 µs", "50 µs", "100 µs", "200 µs", "500 µs", "1 ms"]);

    [Fact]
    public void Labels_never_touch_whatever_the_values_and_the_width()
    {
        var axes = Gen.Elements(s_linear, s_clients, s_latency);
        var cases = from axis in axes
                    from low in Gen.Choose(1, 100_000)
                    from factor in Gen.Choose(1, 50_000)
                    from width in Gen.Choose(120, 900)
                    select (axis, Low: low / 10.0, High: low / 10.0 * factor, width);
        Prop.ForAll(Arb.From(cases), item =>
        {
            var map = Map(item.axis, [item.Low, item.High], item.width);
            var ticks = AxisTicks.Of(map, item.axis.Quantity, horizontal: true).Where(tick => tick.Label.Length > 0)
                .ToList();
            for (var i = 1; i < ticks.Count; i++)
            {
                var room = map.Pixel(ticks[i].Value) - map.Pixel(ticks[i - 1].Value);
                var needed = (TextWidth.Of(ticks[i].Label, SvgTheme.TickSize)
                    + TextWidth.Of(ticks[i - 1].Label, SvgTheme.TickSize)) / 2;
                if (room < needed) return false;
            }

            return ticks.TrueForAll(tick => tick.Value >= map.Low * (1 - 1e-6) && tick.Value <= map.High * (1 + 1e-6));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_range_holds_every_value()
    {
        var values = Gen.NonEmptyListOf(Gen.Choose(1, int.MaxValue).Select(value => value / 1000.0));
        Prop.ForAll(Arb.From(values), list => new[] { s_linear, s_clients, s_latency }.All(axis =>
        {
            var (low, high) = AxisRange.Of(axis, list);
            return low <= list.Min() && high >= list.Max() && high > low;
        })).QuickCheckThrowOnFailure();
    }

    private static AxisMap Map(Axis axis, double[] values, double width)
    {
        var (low, high) = AxisRange.Of(axis, values);
        return new AxisMap(axis.Scale, low, high, 0, width);
    }

    private static IEnumerable<string> Labels(Axis axis, double[] values, double width) =>
        AxisTicks.Of(Map(axis, values, width), axis.Quantity, horizontal: true).Select(tick => tick.Label)
            .Where(label => label.Length > 0);
}
