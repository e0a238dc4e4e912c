using System.Globalization;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Cli.Registry;
using LoadHarness.Servers;

namespace LoadHarness.Torture.Linear;

/// <summary>
/// Every model under clients that contend for a few keys, some of whom give up early or connect anew all the time; and
/// tables with mistakes, which must be found out.
/// </summary>
internal sealed class LinearTorture : ITorture
{
    private const int Operations = 50_000;
    private const int MostClients = 48;
    private const long Hasty_us = 2_000;

    private static readonly TableFault[] _faults =
        [TableFault.StaleReads, TableFault.LostUpdates, TableFault.RemovesUndone];

    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public string Promise => "what clients see of keys they contend for is linearizable on every model";

    /// <inheritdoc/>
    public TimeSpan Least => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        var workload = WorkloadRegistry.Default.Find("hashtable")!;
        var models = ModelRegistry.Default.All.Where(model => ModelSettings.Refusal(model, workload) is null).ToList();
        var random = new Random((int)budget.Seed);
        var shares = models.Count + _faults.Length;
        foreach (var model in models)
        {
            var share = new TortureBudget(budget.Left / shares--, budget.Seed, budget.Folder);
            foreach (var figure in OfModel(model, share, random)) yield return figure;
        }

        foreach (var fault in _faults)
            yield return OfFault(fault, new TortureBudget(budget.Left / shares--, budget.Seed, budget.Folder), random);
    }

    private static IEnumerable<TortureFigure> OfModel(IServerModel model, TortureBudget budget, Random random)
    {
        using var table = new FaultyTable(TableFault.None);
        using var contention = new Contention(model, table, random.Next());
        // A model that serves few at a time gets clients that leave soon, so that all have their turn.
        var limit = model.ConnectionLimit(ModelSettings.Of(model, ModelSettings.None));
        var (rounds, violated, checks, unanswered) = (0, 0, 0L, 0L);
        do
        {
            var reading = contention.Check(
                2 + random.Next(MostClients), Operations,
                operationsPerConnection: limit is not null || random.Next(2) == 0 ? 1 + random.Next(50) : 0,
                timeout_us: random.Next(3) == 0 ? Hasty_us : 10_000_000);
            rounds++;
            checks += reading.Operations;
            unanswered += reading.Unanswered;
            if (reading.Verdict != HistoryVerdict.Linearizable) violated++;
        }
        while (!budget.IsSpent);

        yield return new TortureFigure($"{model.Name}: operations checked", Count(checks));
        yield return new TortureFigure($"{model.Name}: operations without an answer among them", Count(unanswered));
        yield return new TortureFigure(
            $"{model.Name}: levels that are not linearizable", $"{Count(violated)} of {Count(rounds)}", "0",
            violated == 0);
    }

    private static TortureFigure OfFault(TableFault fault, TortureBudget budget, Random random)
    {
        var model = ModelRegistry.Default.Find("epoll")!;
        var (rounds, found) = (0, 0);
        do
        {
            using var table = new FaultyTable(fault);
            using var contention = new Contention(model, table, random.Next());
            rounds++;
            if (contention.Check(2 + random.Next(MostClients), Operations).Verdict == HistoryVerdict.Violated) found++;
        }
        while (!budget.IsSpent);

        return new TortureFigure(
            $"table with {fault}: levels found out", $"{Count(found)} of {Count(rounds)}", "all", found == rounds);
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
