using System.Globalization;
using LoadHarness.Servers;

namespace LoadHarness.Torture.Attacks;

/// <summary>What is promised of a bout, and whether it was kept.</summary>
internal static class BoutFigures
{
    /// <summary>Far above what an operation takes beside a busy machine, far below what a held-up one would.</summary>
    private static readonly TimeSpan _mostP99 = TimeSpan.FromMilliseconds(250);

    /// <summary>One attack.</summary>
    public static TortureFigure Of(Bout bout, IAttack attack, AttackOutcome alone, AttackOutcome beside)
    {
        var (p99_ms, most_ms) = (P99_ms(beside), beside.Latencies.Max_ns / 1e6);
        var value = Text($"p99 {p99_ms:0.00} ms beside, {P99_ms(alone):0.00} alone; ")
            + Text($"longest {most_ms:0} ms; {beside.Latencies.Count} operations, {beside.Failed} failed; ")
            + Text($"{beside.Held} connections held, {beside.Connects / beside.Length_s:0} made in a second; ")
            + Text($"+{MiB(beside.Grown_bytes)} MiB");
        var stall = bout.MostStall(attack);
        var isInTime = bout.IsLimited ? most_ms <= stall.TotalMilliseconds
            : attack.IsUse(bout.Victim) || p99_ms <= _mostP99.TotalMilliseconds;
        var isServed = beside.Latencies.Count > 0 && (bout.IsLimited || beside.Failed == 0);
        var promise = bout.IsLimited ? Text($"longest ≤ {stall.TotalSeconds} s")
            : attack.IsUse(bout.Victim) ? "0 failed"
            : Text($"0 failed, p99 ≤ {_mostP99.TotalMilliseconds} ms");
        return new TortureFigure(
            $"{bout}: {attack.Name}", value, promise + Text($", memory ≤ +{MiB(bout.MostGrowth_bytes)} MiB"),
            isInTime && isServed && beside.Grown_bytes <= bout.MostGrowth_bytes);
    }

    /// <summary>All attacks on all other services of a model.</summary>
    public static TortureFigure OfOthers(IServerModel model, IReadOnlyList<AttackResult> all)
    {
        var (failed, slowest) = (all.Sum(one => one.Beside.Failed), Slowest(all, isUse: false)!);
        var last = all.LastOrDefault(one => one.Beside.Failed > 0);
        var grown = all.MaxBy(one => one.Beside.Grown_bytes)!;
        return new TortureFigure(
            Text($"{model.Name}: {all.DistinctBy(one => one.Bout).Count()} other services, {all.Count} attacks"),
            Text($"{all.Sum(one => one.Beside.Latencies.Count)} operations of innocents, {failed} failed")
                + (failed > 0 ? $" ({last!.Bout.Victim}, {last.Attack.Name}: {last.Beside.LastFailure})" : "")
                + Text($"; slowest p99 {P99_ms(slowest.Beside):0.00} ms ")
                + $"({slowest.Bout.Victim}, {slowest.Attack.Name}); "
                + (Slowest(all, isUse: true) is { } use
                    ? Text($"beside more ordinary use than it can do {P99_ms(use.Beside):0} ms ")
                        + $"({use.Bout.Victim}, {use.Attack.Name}); "
                    : "")
                + Text($"at most +{MiB(grown.Beside.Grown_bytes)} MiB ({grown.Bout.Victim}, {grown.Attack.Name})"),
            Text($"0 failed, p99 ≤ {_mostP99.TotalMilliseconds} ms, ")
                + Text($"memory ≤ +{MiB(grown.Bout.MostGrowth_bytes)} MiB"),
            failed == 0 && P99_ms(slowest.Beside) <= _mostP99.TotalMilliseconds
                && all.All(one => one.Beside.Grown_bytes <= one.Bout.MostGrowth_bytes));
    }

    private static long MiB(long bytes) => bytes / (1024 * 1024);

    private static AttackResult? Slowest(IReadOnlyList<AttackResult> all, bool isUse) =>
        all.Where(one => one.Attack.IsUse(one.Bout.Victim) == isUse).MaxBy(one => P99_ms(one.Beside));

    private static double P99_ms(AttackOutcome outcome) => outcome.Latencies.ValueAtQuantile_ns(0.99) / 1e6;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
