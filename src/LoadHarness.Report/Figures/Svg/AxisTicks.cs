using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Where ticks stand and which of them are labelled, so that labels never touch.</summary>
internal static class AxisTicks
{
    private const double LabelGap = 7;

    /// <summary>The ticks of an axis.</summary>
    /// <param name="map">The axis on the drawing.</param>
    /// <param name="quantity">How labels are written.</param>
    /// <param name="horizontal">Labels stand side by side; otherwise one above the other.</param>
    public static IReadOnlyList<AxisTick> Of(AxisMap map, Quantity quantity, bool horizontal) => map.Scale switch
    {
        AxisScale.Linear => Linear(map, quantity, horizontal),
        AxisScale.Log2 => ByClass(map, quantity, horizontal, Log2Classes(map.Low, map.High)),
        _ => ByClass(map, quantity, horizontal, Log10Classes(map.Low, map.High)),
    };

    private static List<AxisTick> Linear(AxisMap map, Quantity quantity, bool horizontal)
    {
        var parts = Math.Max(2, (int)(map.Length / (horizontal ? 60 : 30)));
        var step = AxisRange.Step(map.High - map.Low, parts, quantity);
        var first = (long)Math.Ceiling(map.Low / step - 1e-6);
        var last = (long)Math.Floor(map.High / step + 1e-6);
        var ticks = new List<AxisTick>();
        for (var i = first; i <= last; i++) ticks.Add(new AxisTick(i * step, NumberText.Tick(i * step, quantity)));
        return ticks;
    }

    /// <summary>Adds class after class of values; a class is labelled as a whole or not at all.</summary>
    private static List<AxisTick> ByClass(
        AxisMap map, Quantity quantity, bool horizontal, IEnumerable<IReadOnlyList<double>> classes)
    {
        var labelled = new List<AxisTick>();
        var bare = new List<AxisTick>();
        foreach (var values in classes)
        {
            var candidates = values.Select(value => new AxisTick(value, NumberText.Tick(value, quantity))).ToList();
            var together = labelled.Concat(candidates).OrderBy(tick => tick.Value).ToList();
            if (Fits(map, together, horizontal)) labelled = together;
            else bare.AddRange(candidates.Select(tick => tick with { Label = "" }));
        }

        return [.. labelled.Concat(bare).OrderBy(tick => tick.Value)];
    }

    private static bool Fits(AxisMap map, List<AxisTick> ticks, bool horizontal)
    {
        for (var i = 1; i < ticks.Count; i++)
        {
            var distance = Math.Abs(map.Pixel(ticks[i].Value) - map.Pixel(ticks[i - 1].Value));
            var needed = horizontal
                ? (TextWidth.Of(ticks[i].Label, SvgTheme.TickSize)
                + TextWidth.Of(ticks[i - 1].Label, SvgTheme.TickSize)) / 2 + LabelGap
                : SvgTheme.TickSize + 3;
            if (distance < needed) return false;
        }

        return true;
    }

    private static IEnumerable<IReadOnlyList<double>> Log2Classes(double low, double high)
    {
        var powers = Enumerable.Range(0, 31).Select(power => (Power: power, Value: Math.Pow(2, power)))
            .Where(item => item.Value >= low && item.Value <= high).ToList();
        yield return [.. powers.Where(item => item.Power % 4 == 0).Select(item => item.Value)];
        yield return [.. powers.Where(item => item.Power % 4 == 2).Select(item => item.Value)];
        yield return [.. powers.Where(item => item.Power % 2 == 1).Select(item => item.Value)];
        yield return [.. Enumerable.Range(0, 31).Select(power => 3 * Math.Pow(2, power))
            .Where(value => value >= low && value <= high)];
        if (high > 4 * low) yield break;
        var integers = Enumerable.Range((int)Math.Ceiling(low), Math.Max(0, (int)high - (int)Math.Ceiling(low) + 1))
            .Where(IsNew);
        yield return [.. integers.Take(50).Select(value => (double)value)];
        bool IsNew(int value) => !double.IsInteger(Math.Log2(value)) && !double.IsInteger(Math.Log2(value / 3.0));
    }

    private static IEnumerable<IReadOnlyList<double>> Log10Classes(double low, double high)
    {
        var from = (int)Math.Floor(Math.Log10(low) + 1e-9);
        var to = (int)Math.Ceiling(Math.Log10(high) - 1e-9);
        var decades = Enumerable.Range(from, to - from + 1).Select(power => Math.Pow(10, power)).ToList();
        foreach (var factors in (double[][])[[1], [2, 5], [3, 4, 6, 7, 8, 9]])
        {
            if (factors.Length > 2 && to - from > 2) yield break;
            yield return [.. decades.SelectMany(decade => factors.Select(factor => factor * decade))
                .Where(value => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))];
        }
    }
}
