using System.Globalization;
using LoadHarness.Cli.Registry;
using LoadHarness.Discovery.Records;
using LoadHarness.Platform.Processes;
using LoadHarness.Servers;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks;

/// <summary>Every attack on a real server of every model, with innocent clients beside it.</summary>
internal sealed class AttackTorture : ITorture
{
    private const int Crowd = 200;
    private const long MostGrowth_bytes = 512L * 1024 * 1024;

    /// <summary>Far above what an operation takes beside a busy machine, far below what a held-up one would.</summary>
    private static readonly TimeSpan _mostP99 = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Where connections wait for one another: the time of each attacker that comes before the innocent, with its
    /// closing and the grain of the check.
    /// </summary>
    private static readonly TimeSpan _mostStall = TimeSpan.FromSeconds(ServerUnderAttack.Idle_s + 3);

    /// <inheritdoc/>
    public string Name => "attacks";

    /// <inheritdoc/>
    public string Promise => "innocent clients go on beside every attack on every model";

    /// <inheritdoc/>
    public TimeSpan Least => TimeSpan.FromMinutes(4);

    /// <inheritdoc/>
    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        using var launcher = new ProcessLauncher(ServerUnderAttack.Program);
        yield return Flood(budget);
        var models = ModelRegistry.Default.All;
        for (var i = 0; i < models.Count; i++)
        {
            var end = budget.Left * (models.Count - i - 1) / (models.Count - i);
            foreach (var figure in Attack(launcher, models[i], budget, end)) yield return figure;
        }
    }

    private static TortureFigure Flood(TortureBudget budget)
    {
        var catalog = new CatalogUnderFlood(CatalogLimits.Default, TimeProvider.System);
        try
        {
            return catalog.Measure(budget.Left / 20, budget.Seed);
        }
        finally
        {
            catalog.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>One model: its main service in detail, all others in one line.</summary>
    private static IEnumerable<TortureFigure> Attack(
        ProcessLauncher launcher, IServerModel model, TortureBudget budget, TimeSpan leave)
    {
        // Where connections wait for one another, a phase takes as long as the timeouts: one service has to do.
        var victims = AllVictims.List.Where(victim => Refusal(model, victim) is null)
            .OrderBy(Place).Take(IsLimited(model) ? 1 : int.MaxValue).ToList();
        var phases = (victims.Count + 1) * (AllAttacks.List.Count + 1);
        var others = new AttackOutcome();
        foreach (var victim in victims.TakeWhile(victim => victim == victims[0] || budget.Left > leave))
        {
            using var server = new ServerUnderAttack(launcher, model.Name, victim);
            var isMain = victim == victims[0];
            // The main service takes two shares of the time.
            var phase = (budget.Left - leave) / Math.Max(1, phases) * (isMain ? 2 : 1);
            phases -= (AllAttacks.List.Count + 1) * (isMain ? 2 : 1);
            var alone = Beside(attack: null, server, victim, model, phase, budget.Seed);
            foreach (var attack in AllAttacks.List)
            {
                var beside = Beside(attack, server, victim, model, phase, budget.Seed);
                if (isMain) yield return Figure(model, victim, attack, alone, beside);
                others.Latencies.Add(beside.Latencies);
                others.Failed += IsLimited(model) ? 0 : beside.Failed;
                if (others.Failed > 0 && beside.Failed > 0) others.LastFailure = $"{victim}: {beside.LastFailure}";
            }

            if (!server.IsAlive)
                yield return new TortureFigure($"{model.Name} {victim}", "ended", "goes on", Held: false);
        }

        if (!IsLimited(model)) yield return Total(model, others);
    }

    private static AttackOutcome Beside(
        IAttack? attack, ServerUnderAttack server, Victim victim, IServerModel model, TimeSpan span, ulong seed)
    {
        var outcome = new AttackOutcome();
        using var innocent = new Innocent(server.Endpoint, victim);
        // Outside the measurement: where connections wait for one another, also what the last attack left.
        innocent.Prepare();
        var before_bytes = server.Memory_bytes();
        using var siege = attack?.Begin(server.Endpoint, victim, Strength(model), seed);
        var isOver = false;
        var thread = new Thread(() =>
        {
            do innocent.Try();
            while (!Volatile.Read(ref isOver));
        });
        thread.Start();
        var budget = new TortureBudget(span, seed, "");
        do
        {
            thread.Join(TimeSpan.FromMilliseconds(100));
            outcome.Held = Math.Max(outcome.Held, siege?.HeldCount ?? 0);
            outcome.Grown_bytes = Math.Max(outcome.Grown_bytes, server.Memory_bytes() - before_bytes);
        }
        while (!budget.IsSpent && server.IsAlive);
        Volatile.Write(ref isOver, true);
        thread.Join();
        outcome.Add(innocent);
        return outcome;
    }

    private static TortureFigure Figure(
        IServerModel model, Victim victim, IAttack attack, AttackOutcome alone, AttackOutcome beside)
    {
        var (p99_ms, most_ms) = (beside.Latencies.ValueAtQuantile_ns(0.99) / 1e6, beside.Latencies.Max_ns / 1e6);
        var value = Text($"p99 {p99_ms:0.00} ms beside, {alone.Latencies.ValueAtQuantile_ns(0.99) / 1e6:0.00} alone; ")
            + Text($"longest {most_ms:0} ms; {beside.Latencies.Count} operations, {beside.Failed} failed; ")
            + Text($"{beside.Held} connections held; +{beside.Grown_bytes / 1048576} MiB");
        var isLimited = IsLimited(model);
        var stall = _mostStall * (1 + (beside.Held / Strength(model)));
        var isInTime = isLimited ? most_ms <= stall.TotalMilliseconds : p99_ms <= _mostP99.TotalMilliseconds;
        var isServed = beside.Latencies.Count > 0 && (isLimited || beside.Failed == 0);
        var promise = isLimited
            ? Text($"longest ≤ {stall.TotalSeconds} s, memory ≤ +{MostGrowth_bytes / 1048576} MiB")
            : Text($"0 failed, p99 ≤ {_mostP99.TotalMilliseconds} ms, memory ≤ +{MostGrowth_bytes / 1048576} MiB");
        return new TortureFigure(
            $"{model.Name} {victim}: {attack.Name}", value, promise,
            isInTime && isServed && beside.Grown_bytes <= MostGrowth_bytes);
    }

    private static TortureFigure Total(IServerModel model, AttackOutcome all) => new(
        Text($"{model.Name}: every service, {AllAttacks.List.Count} attacks"),
        Text($"{all.Latencies.Count} operations of innocents, {all.Failed} failed")
            + (all.Failed > 0 ? $" ({all.LastFailure})" : ""),
        "0 failed",
        all.Failed == 0);

    /// <summary>The main service comes first: the one with most to attack that the model can serve.</summary>
    private static int Place(Victim victim) => victim.Workload switch
    {
        "hashtable" => 0,
        "http" => 1,
        _ => 2,
    };

    private static string? Refusal(IServerModel model, Victim victim) =>
        ModelSettings.Refusal(model, WorkloadRegistry.Default.Find(victim.Workload)!);

    /// <summary>True where connections wait for one another.</summary>
    private static bool IsLimited(IServerModel model) => model.Name is "sequential" or "thread-pool";

    private static int Strength(IServerModel model) => model.Name switch
    {
        "sequential" => 1,
        "thread-pool" => 64,
        _ => Crowd,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
