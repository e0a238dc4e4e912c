using System.Globalization;

namespace LoadHarness.Torture.Attacks;

/// <summary>
/// Which bouts there is time for. When it is too short for all, as many as fit, from another one on with each seed: the
/// main ones first, and each group in its order. When it is longer, all phases are longer in the same proportion.
/// </summary>
internal sealed class AttackPlan
{
    private readonly int _all;

    /// <summary>Plans.</summary>
    /// <param name="all">All bouts, main ones first.</param>
    /// <param name="time">Time for them.</param>
    /// <param name="seed">Where to begin.</param>
    public AttackPlan(IReadOnlyList<Bout> all, TimeSpan time, ulong seed)
    {
        _all = all.Count;
        Needed = Sum(all);
        var main = all.Where(bout => bout.IsMain).ToList();
        var others = all.Where(bout => !bout.IsMain).ToList();
        var left = time;
        Bouts = [.. Rotated(main, seed).Concat(Rotated(others, seed)).TakeWhile((bout, i) =>
        {
            left -= bout.Shortest;
            return i == 0 || left >= TimeSpan.Zero;
        })];
        Stretch = Math.Max(1, time / Sum(Bouts));
    }

    /// <summary>What all bouts need.</summary>
    public TimeSpan Needed { get; }

    /// <summary>Those there is time for, in order; at least one.</summary>
    public IReadOnlyList<Bout> Bouts { get; }

    /// <summary>How much longer than it must be each phase is, ≥ 1.</summary>
    public double Stretch { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Bouts.Count} of {_all} pairs of model and service, from {Bouts[0]} on; all of them need ")
        + string.Create(CultureInfo.InvariantCulture, $"{Needed.TotalMinutes:0.0} minutes, these take ")
        + string.Create(CultureInfo.InvariantCulture, $"{(Sum(Bouts) * Stretch).TotalMinutes:0.0}");

    private static TimeSpan Sum(IEnumerable<Bout> bouts) =>
        bouts.Aggregate(TimeSpan.Zero, (sum, bout) => sum + bout.Shortest);

    private static IEnumerable<Bout> Rotated(List<Bout> bouts, ulong seed)
    {
        var first = bouts.Count == 0 ? 0 : (int)(seed % (ulong)bouts.Count);
        return bouts.Skip(first).Concat(bouts.Take(first));
    }
}
