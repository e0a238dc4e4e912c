using LoadHarness.Cli.Registry;
using LoadHarness.Discovery.Records;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Torture.Attacks;

/// <summary>Every attack on a real server of every model, with innocent clients beside it.</summary>
/// <param name="progress">Where it says how much of it there is time for.</param>
internal sealed class AttackTorture(TextWriter progress) : ITorture
{
    /// <inheritdoc/>
    public string Name => "attacks";

    /// <inheritdoc/>
    public string Promise => "innocent clients go on beside every attack on every model";

    /// <inheritdoc/>
    public TimeSpan Least => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        using var launcher = new ProcessLauncher(ServerUnderAttack.Program);
        if (budget.Only.Length == 0) yield return Flood(budget);
        var bouts = Bout.All(ModelRegistry.Default.All).Where(bout => IsChosen(bout, budget)).ToList();
        if (bouts.Count == 0)
        {
            yield return new TortureFigure($"pairs of model and service called {budget.Only}", "0", "1", Held: false);
            yield break;
        }

        var plan = new AttackPlan(bouts, budget.Left, budget.Seed);
        progress.WriteLine(plan);
        var others = new List<AttackResult>();
        var done = 0;
        foreach (var bout in plan.Bouts.TakeWhile(bout => done == 0 || budget.Left >= bout.Shortest))
        {
            foreach (var figure in Attack(launcher, bout, plan.Stretch, budget, others)) yield return figure;
            done++;
        }

        foreach (var model in others.GroupBy(one => one.Bout.Model))
            yield return BoutFigures.OfOthers(model.Key, [.. model]);
        if (done < plan.Bouts.Count) progress.WriteLine($"no time was left for {plan.Bouts.Count - done} of them");
        yield return new TortureFigure("pairs of model and service attacked", $"{plan}; {done} done");
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

    private static bool IsChosen(Bout bout, TortureBudget budget) =>
        $"{bout}".Contains(budget.Only, StringComparison.Ordinal);

    /// <summary>One bout: in detail, or added to <paramref name="others"/>.</summary>
    private static IEnumerable<TortureFigure> Attack(
        ProcessLauncher launcher, Bout bout, double stretch, TortureBudget budget, List<AttackResult> others)
    {
        using var server = new ServerUnderAttack(launcher, bout.Model.Name, bout.Victim);
        var alone = Beside(attack: null, server, bout, bout.ShortestPhase(attack: null) * stretch, budget.Seed);
        foreach (var attack in bout.Attacks)
        {
            var beside = Beside(attack, server, bout, bout.ShortestPhase(attack) * stretch, budget.Seed);
            server.WaitUntilLeft();
            if (bout.IsMain || budget.Only.Length > 0) yield return BoutFigures.Of(bout, attack, alone, beside);
            else others.Add(new AttackResult(bout, attack, beside));
        }

        if (!server.IsAlive) yield return new TortureFigure($"{bout}", "ended", "goes on", Held: false);
    }

    private static AttackOutcome Beside(
        IAttack? attack, ServerUnderAttack server, Bout bout, TimeSpan span, ulong seed)
    {
        var outcome = new AttackOutcome();
        using var innocent = new Innocent(server.Endpoint, bout.Victim, bout.Patience(attack));
        // Outside the measurement: where connections wait for one another, also what the last attack left.
        innocent.Prepare();
        var before_bytes = server.Memory_bytes();
        using var siege = attack?.Begin(server.Endpoint, bout.Victim, bout.Strength, seed);
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
        (outcome.Connects, outcome.Length_s) = (siege?.Connects ?? 0, budget.Taken.TotalSeconds);
        Volatile.Write(ref isOver, true);
        thread.Join();
        outcome.Add(innocent);
        return outcome;
    }
}
