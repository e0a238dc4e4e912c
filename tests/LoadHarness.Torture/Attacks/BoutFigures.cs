using System.Globalization;
using LoadHarness.Servers;

namespace LoadHarness.Torture.Attacks;

/// <summary>What is promised of a bout, and whether it was kept.</summary>
internal static class BoutFigures
{
    private const long MostGrowth_bytes = 512L * 1024 * 1024;

    /// <summary>Far above what an operation takes beside a busy machine, far below what a held-up one would.</summary>
    private static readonly TimeSpan _mostP99 = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Where connections wait for one another: the time of each attacker that comes before the innocent, with its
    /// closing and the grain of the check.
    /// </summary>
    private static readonly TimeSpan _mostStall = TimeSpan.FromSeconds(ServerUnderAttack.Idle_s + 3);

    /// <summary>One attack.</summary>
    public static TortureFigure Of(Bout bout, IAttack attack, AttackOutcome alone, AttackOutcome beside)
    {
        var (p99_ms, most_ms) = (P99_ms(beside), beside.Latencies.Max_ns / 1e6);
        var value = Text($"p99 {p99_ms:0.00} ms beside, {P99_ms(alone):0.00} alone; ")
            + Text($"longest {most_ms:0} ms; {beside.Latencies.Count} operations, {beside.Failed} failed; ")
            + Text($"{beside.Held} connections held; +{beside.Grown_bytes / 1048576} MiB");
        var stall = _mostStall * (1 + (beside.Held / bout.Strength));
        var isInTime = bout.IsLimited ? most_ms <= stall.TotalMilliseconds : p99_ms <= _mostP99.TotalMilliseconds;
        var isServed = beside.Latencies.Count > 0 && (bout.IsLimited || beside.Failed == 0);
        var promise = bout.IsLimited
            ? Text($"longest ≤ {stall.TotalSeconds} s, memory ≤ +{MostGrowth_bytes / 1048576} MiB")
            : Text($"0 failed, p99 ≤ {_mostP99.TotalMilliseconds} ms, memory ≤ +{MostGrowth_bytes / 1048576} MiB");
        return new TortureFigure(
            $"{bout}: {attack.Name}", value, promise, isInTime && isServed && beside.Grown_bytes <= MostGrowth_bytes);
    }

    /// <summary>All attacks on all other services of a model.</summary>
    public static TortureFigure OfOthers(IServerModel model, IReadOnlyList<AttackResult> all)
    {
        var (failed, slowest) = (all.Sum(one => one.Beside.Failed), all.MaxBy(one => P99_ms(one.Beside))!);
        var last = all.LastOrDefault(one => one.Beside.Failed > 0);
        return new TortureFigure(
            Text($"{model.Name}: {all.DistinctBy(one => one.Bout).Count()} other services, {all.Count} attacks"),
            Text($"{all.Sum(one => one.Beside.Latencies.Count)} operations of innocents, {failed} failed")
                + (failed > 0 ? $" ({last!.Bout.Victim}: {last.Beside.LastFailure})" : "")
                + Text($"; slowest p99 {P99_ms(slowest.Beside):0.00} ms ")
                + $"({slowest.Bout.Victim}, {slowest.Attack.Name}); "
                + Text($"at most +{all.Max(one => one.Beside.Grown_bytes) / 1048576} MiB"),
            Text($"0 failed, p99 ≤ {_mostP99.TotalMilliseconds} ms, memory ≤ +{MostGrowth_bytes / 1048576} MiB"),
            failed == 0 && P99_ms(slowest.Beside) <= _mostP99.TotalMilliseconds
                && all.All(one => one.Beside.Grown_bytes <= MostGrowth_bytes));
    }

    private static double P99_ms(AttackOutcome outcome) => outcome.Latencies.ValueAtQuantile_ns(0.99) / 1e6;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
