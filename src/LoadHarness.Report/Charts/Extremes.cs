namespace LoadHarness.Report.Charts;

/// <summary>Thins out what is drawn over time without hiding how far it goes.</summary>
internal static class Extremes
{
    /// <summary>
    /// Neighbours share a stretch, stretches are equally long, and of each the lowest and the highest item stay. All
    /// stay where there are few.
    /// </summary>
    /// <param name="items">Items in the order of time.</param>
    /// <param name="most">So many stay at most; 2 or more.</param>
    /// <param name="value">What is drawn of an item; items without a finite one go first.</param>
    /// <returns>Items in their order.</returns>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, int most, Func<T, double> value)
    {
        if (items.Count <= most) return items;
        var places = Enumerable.Range(0, items.Count).Where(i => double.IsFinite(value(items[i]))).ToList();
        var stretches = most / 2;
        return
        [
            .. places.GroupBy(i => (long)i * stretches / items.Count)
                .SelectMany(stretch => Ends([.. stretch], i => value(items[i]))).Select(i => items[i]),
        ];
    }

    private static IEnumerable<int> Ends(IReadOnlyList<int> places, Func<int, double> value)
    {
        var (low, high) = (places.MinBy(value), places.MaxBy(value));
        yield return Math.Min(low, high);
        if (low != high) yield return Math.Max(low, high);
    }
}
