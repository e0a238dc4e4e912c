using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>
/// The levels of the ladder: 1, 2, 3, 4, 6, 8, 12, 16, 24 … (powers of two and what lies between them at × 1.5).
/// </summary>
public static class Rungs
{
    /// <summary>The levels in rising order; the last one is the highest allowed, or the last fixed one.</summary>
    public static IReadOnlyList<int> Of(MeasuringRules rules)
    {
        if (rules.Levels.Count > 0) return [.. rules.Levels.Distinct().Order()];
        var low = Math.Max(1, rules.MinClients);
        var high = Math.Max(low, rules.MaxClients);
        var inside = PowersAndBetween().TakeWhile(n => n < high).Where(n => n > low).Select(n => (int)n);
        return [.. inside.Prepend(low).Append(high).Distinct()];
    }

    private static IEnumerable<long> PowersAndBetween()
    {
        yield return 1;
        for (long n = 2; n <= int.MaxValue; n *= 2)
        {
            yield return n;
            yield return n + n / 2;
        }
    }
}
